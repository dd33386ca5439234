import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'playwright/test';
import { enterConsole, expectForEverybody } from './support/console.ts';
import { test } from './support/stage.ts';

test('a reseller is told on his device: a notification of an alert, and a balance that runs low', async ({
  page,
  stage,
  context,
}) => {
  await context.grantPermissions(['notifications'], { origin: stage.proxyUrl });
  await enterConsole(page, stage, 'notices');
  const console = page.locator('zul-console-notices');
  await console.getByRole('button', { name: 'Nyalakan notifikasi' }).click();
  await expect(console.getByText(/^Menyala:/)).toBeVisible();
  await console.getByLabel('Ingatkan bila saldo di bawah').fill('banyak');
  await console.getByRole('button', { name: 'Simpan batas' }).click();
  await expect(console.getByLabel('Ingatkan bila saldo di bawah')).toHaveAttribute('aria-invalid', 'true');
  await console.getByLabel('Ingatkan bila saldo di bawah').fill('Rp 90.000.000');
  await console.getByRole('button', { name: 'Simpan batas' }).click();
  await expect(console.getByText('Tersimpan.')).toBeVisible();
  await expectForEverybody(page);
  const shown = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      return (await registration.getNotifications()).map(({ title, data }) => [title, data]);
    });
  await expect.poll(shown).toEqual([['Ada yang perlu dilihat di tokomu', '/home']]);
  await page.goto(`${stage.proxyUrl}/console/#/home`);
  await expect(page.locator('zul-console-home').getByText('Saldo menipis')).toBeVisible();
  await expect(page.locator('zul-console-home').getByText(/< Rp\s?90\.000\.000/)).toBeVisible();
});

test('a reseller points notices to his server, sees a test fail and then arrive', async ({ page, stage }) => {
  let status = 500;
  const server = createServer((req, res) => {
    req.resume().on('end', () => res.writeHead(status).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await enterConsole(page, stage, 'notices');
    const console = page.locator('zul-console-notices');
    await console.getByRole('button', { name: 'Buat kunci' }).click();
    await expect(console.locator('pre')).toContainText('whsec_');
    await console.getByLabel('Alamat tujuan').fill('bukan alamat');
    await console.getByRole('button', { name: 'Simpan', exact: true }).click();
    await expect(console.getByLabel('Alamat tujuan')).toHaveAttribute('aria-invalid', 'true');
    await console
      .getByLabel('Alamat tujuan')
      .fill(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await console.getByRole('button', { name: 'Simpan', exact: true }).click();
    await console.getByRole('button', { name: 'Kirim percobaan' }).click();
    await expect(console.getByText(/menunggu · HTTP 500/)).toBeVisible();
    await expectForEverybody(page);
    status = 204;
    await console.getByRole('button', { name: 'Kirim lagi: Percobaan' }).click();
    await expect(console.getByText(/terkirim · HTTP 204/)).toBeVisible();
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
