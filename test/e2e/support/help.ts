import type { Locator } from 'playwright/test';

/** The code by which a buyer and the shop speak of the order on screen. */
export async function codeIn(widget: Locator): Promise<string> {
  const code = widget.getByRole('definition').filter({ hasText: /^ZT-/ });
  return ((await code.textContent()) ?? '').trim();
}

/** What a buyer who asks for help would find written in his WhatsApp, and to whom. */
export async function helpText(widget: Locator): Promise<string> {
  const link = widget.getByRole('link', { name: /^(Butuh bantuan\?|Hubungi toko)$/ });
  const url = new URL((await link.getAttribute('href')) ?? '');
  if (url.origin !== 'https://wa.me' || url.pathname !== '/6281234567890') return `wrong address: ${url}`;
  return url.searchParams.get('text') ?? '';
}
