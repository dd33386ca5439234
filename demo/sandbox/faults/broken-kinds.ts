import { type Answer, asObject, bodyText, htmlAnswer, jsonAnswer } from './answer.ts';
import { after, apiPaths, instead } from './fault-kind.ts';
import { choice, number } from './params.ts';

const work = choice('skipped', 'done');

const phpWarning =
  '<br />\n<b>Warning</b>:  Undefined array key "kategori" in <b>/home/panel/public_html/api/index.php</b> on line <b>142</b><br />\n';

const errorPage =
  '<!DOCTYPE html><html><head><title>500 Internal Server Error</title></head><body><h1>Internal Server Error</h1><hr><address>LiteSpeed Web Server</address></body></html>';

const challengePage =
  '<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title><meta name="robots" content="noindex,nofollow"></head><body><noscript>Enable JavaScript and cookies to continue</noscript><script>window._cf_chl_opt={cType:"managed"};</script></body></html>';

const gatewayWords = { 520: 'Web server is returning an unknown error', 522: 'Connection timed out' };

/** Answers that are not the JSON they should be. */
export const brokenKinds = {
  'php-warning': after({
    id: 'Peringatan PHP sebelum atau sesudah JSON yang benar.',
    en: 'A PHP warning before or after the true JSON.',
    paths: apiPaths,
    params: { place: choice('before', 'after') },
    apply: (answer, { place }) => {
      const json = bodyText(answer);
      return { ...answer, body: place === 'before' ? phpWarning + json : `${json}\n${phpWarning}` };
    },
  }),
  'system-error': instead({
    id: 'Hanya teks "System Error!" yang mengaku JSON.',
    en: 'A plain "System Error!" that claims to be JSON.',
    paths: apiPaths,
    params: { work },
    apply: () => jsonAnswer('System Error!'),
  }),
  'html-page': instead({
    id: 'Halaman error HTML, boleh jadi mengaku JSON.',
    en: 'An HTML error page, which may claim to be JSON.',
    paths: apiPaths,
    params: { claims: choice('json', 'html'), httpStatus: number(200), work },
    apply: ({ claims, httpStatus }) =>
      claims === 'json' ? jsonAnswer(errorPage, httpStatus) : htmlAnswer(errorPage, httpStatus),
  }),
  'empty-body': instead({
    id: 'Jawaban kosong.',
    en: 'An empty body.',
    paths: apiPaths,
    params: { httpStatus: number(200), work },
    apply: ({ httpStatus }) => jsonAnswer('', httpStatus),
  }),
  'truncated-json': after({
    id: 'JSON yang benar terpotong di tengah.',
    en: 'The true JSON, broken off in the middle.',
    paths: apiPaths,
    params: { keepPercent: number(50) },
    apply: (answer, { keepPercent }) => {
      const json = bodyText(answer);
      return { ...answer, body: json.slice(0, Math.floor((json.length * keepPercent) / 100)) };
    },
  }),
  cloudflare: instead({
    id: 'Halaman Cloudflare: tantangan 403, atau 520 / 522.',
    en: 'A Cloudflare page: the 403 challenge, or 520 / 522.',
    paths: apiPaths,
    params: { page: choice('challenge', '520', '522'), work },
    apply: ({ page }) => cloudflarePage(page),
  }),
  'http-error': instead({
    id: 'HTTP 500 dengan JSON.',
    en: 'HTTP 500 with JSON.',
    paths: apiPaths,
    params: { httpStatus: number(500), work },
    apply: ({ httpStatus }) => jsonAnswer({ status: false, message: 'Server Error' }, httpStatus),
  }),
  'wrong-http-status': after({
    id: 'Jawaban yang benar di bawah status HTTP yang salah.',
    en: 'The true answer under a wrong HTTP status.',
    paths: apiPaths,
    params: { httpStatus: number(500) },
    apply: (answer, { httpStatus }) => ({ ...answer, status: httpStatus }),
  }),
  'number-form': after({
    id: 'Angka sebagai teks, "789000.00", atau teks sebagai angka.',
    en: 'Numbers as texts, as "789000.00", or texts as numbers.',
    paths: apiPaths,
    params: { form: choice('text', 'decimals', 'number') },
    apply: (answer, { form }) =>
      typeof answer.body === 'object'
        ? { ...answer, body: asObject(respell(answer.body, '', form)) ?? {} }
        : undefined,
  }),
};

function cloudflarePage(page: 'challenge' | '520' | '522'): Answer {
  const headers = { Server: 'cloudflare', 'CF-RAY': '8f1c2d3e4a5b6c7d-SIN' };
  if (page === 'challenge')
    return htmlAnswer(challengePage, 403, { ...headers, 'Cf-Mitigated': 'challenge' });
  const title = `${page}: ${gatewayWords[page]}`;
  return htmlAnswer(
    `<!DOCTYPE html><html lang="en-US"><head><title>chestcloudx.my.id | ${title}</title></head><body><h1>Error code ${page}</h1><p>${title}</p></body></html>`,
    Number(page),
    headers,
  );
}

const money = new Set([
  'harga',
  'balance',
  'amount',
  'amountToPay',
  'selling_price',
  'reseller_cost',
  'reseller_profit',
]);
const ids = new Set(['id', 'sid']);

function respell(value: unknown, name: string, form: 'text' | 'decimals' | 'number'): unknown {
  if (Array.isArray(value)) return value.map((entry: unknown) => respell(entry, name, form));
  const object = asObject(value);
  if (object) {
    return Object.fromEntries(Object.entries(object).map(([key, entry]) => [key, respell(entry, key, form)]));
  }
  if (form === 'number') return money.has(name) || ids.has(name) ? Number(value) : value;
  if (form === 'decimals' && money.has(name)) return Number(value).toFixed(2);
  return typeof value === 'number' ? String(value) : value;
}
