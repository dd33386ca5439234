import { expect } from 'playwright/test';
import { enterConsole, expectForEverybody } from './support/console.ts';
import { test } from './support/stage.ts';

test('a reseller is told of a wrong password, registers, signs in, and has a new key made', async ({
  page,
  stage,
}) => {
  await enterConsole(page, stage, 'account');
  const console = page.locator('zul-console-account');
  const first = stage.sandbox.apiKey.slice(-4);
  await expect(console.getByText(`…${first}`)).toBeVisible();
  await console.getByText('Ganti akun atau key').click();
  await expectForEverybody(page);

  await console.getByLabel('User ID ZulTopup').fill('toko_demo');
  await console.getByLabel('Kata sandi ZulTopup').fill('bukan ini');
  await console.getByRole('button', { name: 'Masuk dan hubungkan' }).click();
  await expect(console.getByRole('alert')).toContainText('User ID atau password salah.');

  await console.getByRole('button', { name: 'Daftar baru' }).click();
  await console.getByLabel('Username').fill('toko_baru');
  await console.getByLabel('Nama toko atau namamu').fill('Toko Baru');
  await console.getByLabel('Email').fill('baru@example.com');
  await console.getByLabel('Kata sandi baru untuk ZulTopup').fill('rahasia-baru');
  await console.getByRole('button', { name: 'Daftar dan hubungkan' }).click();
  await expect(console.getByRole('status')).toContainText('Akun terhubung');
  await expect(console.getByText(`…${first}`)).toBeHidden();
  await console.getByRole('button', { name: 'Masuk', exact: true }).click();
  await console.getByLabel('User ID ZulTopup').fill('toko_baru');
  await console.getByLabel('Kata sandi ZulTopup').fill('rahasia-baru');
  await console.getByRole('button', { name: 'Masuk dan hubungkan' }).click();
  await expect(console.getByRole('status')).toContainText('Akun terhubung');

  await console.getByRole('button', { name: 'Buat API key baru' }).click();
  await console.getByRole('button', { name: 'Ya, buat key baru' }).click();
  await expect(console.getByRole('status')).toContainText('Key baru sudah dipakai');
  await page.goto(`${stage.proxyUrl}/console/#/home`);
  await expect(page.getByText('toko_baru')).toBeVisible();

  await page.goto(`${stage.proxyUrl}/console/#/account`);
  await console.getByText('Ganti akun atau key').click();
  await console.getByRole('button', { name: 'Tempel API key' }).click();
  await console.getByLabel('API key', { exact: true }).fill('bukan-key-siapa-pun');
  await console.getByRole('button', { name: 'Hubungkan', exact: true }).click();
  await expect(console.getByRole('alert')).toBeVisible();
  await console.getByLabel('API key', { exact: true }).fill(` ${stage.sandbox.apiKey} `);
  await console.getByRole('button', { name: 'Hubungkan', exact: true }).click();
  await expect(console.getByRole('status')).toContainText('Akun terhubung');
  await expect(console.getByText(`…${first}`)).toBeVisible();
});
