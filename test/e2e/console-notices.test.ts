import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'playwright/test';
import { enterConsole, expectForEverybody } from './support/console.ts';
import { test } from './support/stage.ts';

// axe comes in as a script, which the page's own policy lets nobody bring.
test.use({ viewport: { width: 320, height: 640 }, bypassCSP: true });

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
    await console.getByRole('button', { name: 'Simpan' }).click();
    await expect(console.getByLabel('Alamat tujuan')).toHaveAttribute('aria-invalid', 'true');
    await console
      .getByLabel('Alamat tujuan')
      .fill(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await console.getByRole('button', { name: 'Simpan' }).click();
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
