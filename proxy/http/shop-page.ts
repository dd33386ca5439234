/** The page's own style; its hash stands in the page's security policy. */
export const SHOP_STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column;
  font: 16px/1.5 system-ui, sans-serif; background: #f4f5f8; color: #1b1f2a; }
header { padding: 20px 16px 4px; text-align: center; }
h1 { margin: 0; font-size: 22px; letter-spacing: -0.01em; }
header p { margin: 2px 0 0; color: #5b6273; font-size: 14px; }
main { flex: 1; width: 100%; max-width: 880px; margin: 0 auto; padding: 12px; box-sizing: border-box; }
footer { padding: 16px; text-align: center; font-size: 12px; color: #5b6273; }
@media (prefers-color-scheme: dark) {
  body { background: #10131a; color: #eceef4; }
  header p, footer { color: #9aa3b5; }
}
`;

/** The hosted shop: the widget on a page of its own, for a link in a bio. */
export function shopPage(shopName: string): string {
  const name = escapeHtml(shopName);
  return `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}</title>
<link rel="icon" href="data:,">
<style>${SHOP_STYLE}</style>
<script type="module" src="/zul-topup.js"></script>
</head>
<body>
<header><h1>${name}</h1><p>Top up game, pulsa, token listrik, dan e-wallet</p></header>
<main>
<zul-topup><p>Memuat toko... Bila tidak muncul, muat ulang halaman atau buka di Chrome atau Safari.</p></zul-topup>
<noscript><p>Toko ini membutuhkan JavaScript. Aktifkan JavaScript di peramban Anda, lalu muat ulang.</p></noscript>
</main>
<footer>Pembayaran dengan QRIS</footer>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
