import { html, type Markup } from './html.ts';

/** A whole page in the cashier's looks, as text. */
export function page(title: string, body: Markup): string {
  return html`<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title} · Sandbox ZulTopup</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/base.css">
<link rel="stylesheet" href="/cashier.css">
<link rel="stylesheet" href="/faults.css">
</head>
<body>
${body}
</body>
</html>
`.text;
}
