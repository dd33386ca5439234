import { expect } from 'playwright/test';
import { enterConsole, expectForEverybody } from './support/console.ts';
import { test } from './support/stage.ts';

test('a reseller renames a category, hides a product, and takes that back', async ({ page, stage }) => {
  const shown = async () => {
    const { services } = await (await fetch(`${stage.proxyUrl}/api/catalog/free-fire`)).json();
    return services.map(({ name }: { name: string }) => name) as string[];
  };
  await enterConsole(page, stage, 'offer');
  const console = page.locator('zul-console-offer');
  await console.getByLabel('Cari kategori').fill('free');
  await expectForEverybody(page);
  await console.getByRole('link', { name: 'Atur: Free Fire' }).click();
  await console.getByLabel('Nama di toko').fill('Epep');
  await console.getByLabel('Alamat gambar').fill('http://example.com/ff.png');
  await console.getByRole('button', { name: 'Simpan' }).click();
  await expect(console.getByLabel('Alamat gambar')).toHaveAttribute('aria-invalid', 'true');
  await console.getByLabel('Alamat gambar').fill('');
  await console.getByRole('button', { name: 'Simpan' }).click();
  await expect(console.getByRole('heading', { name: 'Epep' })).toBeVisible();
  await expectForEverybody(page);

  await console.getByLabel('Yang diisi pembeli').selectOption('Ragnarok');
  await console.getByLabel('Cara menggabungkannya').fill('{userId}');
  await console.getByRole('button', { name: 'Simpan' }).click();
  await expect(console.getByText('Setiap isian harus ada tepat sekali')).toBeVisible();
  await console.getByLabel('Cara menggabungkannya').fill('{server}/{userId}');
  await expect(console.getByText(/123123\/123456789/)).toBeVisible();
  await expectForEverybody(page);
  await console.getByRole('button', { name: 'Simpan' }).click();
  await expect(console.getByText('Tersimpan.')).toBeVisible();
  const { fields } = await (await fetch(`${stage.proxyUrl}/api/catalog/free-fire`)).json();
  expect(fields.map(({ name }: { name: string }) => name)).toEqual(['userId', 'server']);

  await console.getByRole('button', { name: 'Ambil daftar Games terbaru' }).click();
  await expect(console.getByText('Daftar dan harga sudah yang terbaru')).toBeVisible();
  await console.getByRole('button', { name: 'Sembunyikan: 70 Diamond', exact: true }).click();
  await expect(console.getByRole('button', { name: 'Tampilkan: 70 Diamond', exact: true })).toBeVisible();
  expect(await shown()).not.toContain('70 Diamond');
  await console.getByRole('button', { name: 'Urungkan' }).click();
  await expect(console.getByRole('button', { name: 'Sembunyikan: 70 Diamond', exact: true })).toBeVisible();
  expect(await shown()).toContain('70 Diamond');
});
