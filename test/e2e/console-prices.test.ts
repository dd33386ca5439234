import { expect } from 'playwright/test';
import { enterConsole, expectForEverybody } from './support/console.ts';
import { test } from './support/stage.ts';

test('a reseller makes a rule, sees what comes of it, saves it and takes it back', async ({
  page,
  stage,
}) => {
  const priceOf = async () => {
    const { services } = await (await fetch(`${stage.proxyUrl}/api/catalog/free-fire`)).json();
    return services.find((one: { name: string }) => one.name === '70 Diamond')?.price;
  };
  await enterConsole(page, stage, 'prices');
  const console = page.locator('zul-console-prices');
  await expect(console.getByText('modal + 10%')).toBeVisible();
  await console.getByRole('button', { name: 'Tambah aturan' }).click();
  await console.getByLabel('Berlaku untuk').selectOption({ label: 'Games, Free Fire' });
  await console.getByLabel('Persen di atas modal').fill('delapan');
  await console.getByRole('button', { name: 'Pakai aturan ini' }).click();
  await expect(console.getByLabel('Persen di atas modal')).toHaveAttribute('aria-invalid', 'true');
  await expectForEverybody(page);
  await console.getByLabel('Persen di atas modal').fill('8,5');
  await console.getByLabel('Bulatkan ke atas').selectOption({ label: 'Ke harga berakhiran 900' });
  await console.getByRole('button', { name: 'Pakai aturan ini' }).click();

  await console.getByLabel('Cari produk').fill('free fire 70 d');
  await console.getByLabel('Cari produk').fill('70 Diamond');
  await expect(console.getByText('sebelumnya Rp11.000')).toBeVisible();
  expect(await priceOf()).toBe(11_000);
  await console.getByRole('button', { name: 'Simpan dan pakai' }).click();
  await expect(console.getByText('Tersimpan. Harga baru sudah berlaku di toko.')).toBeVisible();
  expect(await priceOf()).toBe(10_900);
  await expectForEverybody(page);

  await console.getByRole('button', { name: 'Urungkan perubahan terakhir' }).click();
  await expect(console.getByText('Diurungkan.')).toBeVisible();
  expect(await priceOf()).toBe(11_000);
});
