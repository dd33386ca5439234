import type { RefusalReason } from './errors.ts';

const REFUSALS: ReadonlyArray<readonly [RefusalReason, RegExp]> = [
  [
    'key_wrong',
    /api\s*-?_?key|unauthori[sz]ed|forbidden|token tidak|akun.*(nonaktif|suspend|blokir)|\bip\b.*(tidak|belum|not)/i,
  ],
  ['balance_too_low', /saldo.*(tidak|kurang|habis|belum)|insufficient|balance.*(low|not enough)/i],
  [
    'duplicate',
    /duplika|double|duplicate|(sama|masih|sudah).*(pending|diproses|proses|berjalan)|pending.*(sama|ada)/i,
  ],
  ['price_too_low', /selling[_ ]?price|harga jual|price.*(too low|minimum|less)/i],
  ['maintenance', /maintenance|perbaikan|pemeliharaan|sedang sibuk|system error/i],
  [
    'service_unavailable',
    /gangguan|tidak tersedia|nonaktif|non aktif|not available|unavailable|stok|kosong|(layanan|produk|service).*(tidak|not|salah|invalid)/i,
  ],
  ['bad_target', /target|nomor|nomer|tujuan|user\s*id|zone|invalid id|id.*(salah|tidak valid)/i],
  ['not_found', /tidak ditemukan|not found|tidak ada/i],
];

const TOO_MANY = /too many|rate.?limit|terlalu (banyak|sering)|limit request|batas request/i;

/** Sorts the provider's sentence into a reason; what no rule knows is `unknown`. */
export function classifyRefusal(message: string): RefusalReason {
  return REFUSALS.find(([, pattern]) => pattern.test(message))?.[0] ?? 'unknown';
}

/** True when a refusal's sentence speaks of the rate limit, which has no documented answer. */
export function isRateLimitText(message: string): boolean {
  return TOO_MANY.test(message);
}
