import express, { type Response, Router } from 'express';
import { pagePolicy } from './page-policy.ts';

/** The page's own style; its hash stands in the page's security policy. */
const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; min-height: 100vh; background: #f4f5f8; }
@media (prefers-color-scheme: dark) { body { background: #0b0d11; } }
`;

const PAGE = `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Konsol</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
<script type="module" src="/console/zul-console.js"></script>
</head>
<body><zul-console></zul-console>
<noscript>Konsol ini membutuhkan JavaScript. Aktifkan JavaScript di peramban Anda, lalu muat ulang.</noscript>
</body>
</html>
`;

/** The console's page and its files, under a policy that lets nothing in from elsewhere. @param dir the built bundle. */
export function consolePage(dir: string): Router {
  const router = Router();
  router.get('/', pagePolicy(STYLE, ['data:']), (req, res) => {
    if (!req.originalUrl.split('?')[0]?.endsWith('/')) return res.redirect(308, '/console/');
    res.set('Cache-Control', 'no-cache').type('html').send(PAGE);
  });
  // All but these two carry the hash of what is in them: an upgrade never mixes old and new.
  const setHeaders = (res: Response, file: string) => {
    res.set(
      'Cache-Control',
      /(zul-console|notices-worker)\.js$/.test(file) ? 'no-cache' : 'public, max-age=31536000, immutable',
    );
  };
  router.use(express.static(dir, { index: false, setHeaders }));
  return router;
}
