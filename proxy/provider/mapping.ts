import type { RefusalReason } from './errors.ts';
import { parseProviderTime } from './time.ts';
import { isRecord, type WireCreated, type WireService, type WireStatus, wireServiceSchema } from './wire.ts';

/** One product as the provider sells it to the reseller. `costRupiah` is his cost and never leaves the proxy. */
export interface ProviderService {
  readonly sid: string;
  readonly type: string;
  readonly category: string;
  readonly name: string;
  readonly costRupiah: number;
  readonly available: boolean;
}

/** The provider's answer to a dropship order. Money is whole rupiah; times are epoch milliseconds. */
export interface CreatedOrder {
  readonly providerId: string;
  readonly invoice: string;
  readonly costRupiah: number | null;
  readonly profitRupiah: number | null;
  readonly payment: {
    /** Whatever stands for the QR: a URL, a data: URL, or the raw EMVCo text starting with 000201. */
    readonly qrSource: string;
    readonly amountRupiah: number;
    readonly expiresAt: number | null;
    /** The provider's own page for this order; null unless it is https. */
    readonly invoiceUrl: string | null;
  } | null;
}

/** What a look at an order saw. `unknown` words change nothing; `raw` is for the reseller's eyes. */
export interface SeenStatus {
  readonly delivery: 'pending' | 'success' | 'failed' | 'partial' | 'unknown';
  readonly payment: 'pending' | 'settlement' | 'expired' | 'unknown' | null;
  readonly note: string | null;
  readonly raw: string;
}

/** Only these words mean "for sale"; anything else is not, right now (upstream behaviours 8). */
const FOR_SALE = new Set(['normal', 'tersedia', 'active', 'aktif', 'available', 'ready']);

/** Rows of a catalogue that are tools of the panel, not products (upstream behaviours 9). */
const NOT_A_PRODUCT = /^cek\s|^check\s/i;

/** The `/services` payload, grouped by type, to our list. Rows that cannot be sold as they stand are left out. */
export function toServices(data: unknown): ProviderService[] {
  if (!isRecord(data)) return [];
  return Object.entries(data).flatMap(([type, rows]) =>
    Array.isArray(rows) ? rows.flatMap((row: unknown) => toService(type, row)) : [],
  );
}

function toService(type: string, row: unknown): ProviderService[] {
  const parsed = wireServiceSchema.safeParse(row);
  if (!parsed.success) return [];
  const wire: WireService = parsed.data;
  const sid = wire.sid.trim();
  const name = oneLine(wire.layanan);
  if (!sid || !name || wire.harga === null || wire.harga <= 0 || NOT_A_PRODUCT.test(name)) return [];
  return [
    {
      sid,
      type: oneLine(type),
      category: oneLine(wire.kategori) || oneLine(type),
      name,
      costRupiah: Math.ceil(wire.harga),
      available: FOR_SALE.has(wire.status.trim().toLowerCase()),
    },
  ];
}

/** A create's payload to our words; null when it names no order, so that it proves nothing. */
export function toCreatedOrder(wire: WireCreated, sellingPrice: number, now: number): CreatedOrder | null {
  const providerId = wire.id.trim();
  if (!providerId) return null;
  const { payment } = wire;
  const qrSource = payment?.qr_url.trim() ?? '';
  return {
    providerId,
    invoice: wire.invoice.trim(),
    costRupiah: wholeRupiah(wire.reseller_cost),
    profitRupiah: wire.reseller_profit === null ? null : Math.floor(wire.reseller_profit),
    payment:
      payment && qrSource
        ? {
            qrSource,
            amountRupiah: wholeRupiah(payment.amount) ?? wholeRupiah(wire.selling_price) ?? sellingPrice,
            expiresAt: parseProviderTime(payment.expired_at, now),
            invoiceUrl: httpsOnly(payment.invoice_url),
          }
        : null,
  };
}

const DELIVERY: Readonly<Record<string, SeenStatus['delivery']>> = {
  ...words('success', 'success', 'sukses', 'berhasil', 'completed', 'complete', 'done', 'selesai'),
  ...words('pending', '', 'pending', 'processing', 'process', 'proses', 'diproses', 'waiting', 'menunggu'),
  ...words('failed', 'error', 'gagal', 'failed', 'fail', 'cancel', 'canceled', 'cancelled', 'batal'),
  ...words('failed', 'refund', 'refunded'),
  ...words('partial', 'partial'),
};

const PAYMENT: Readonly<Record<string, NonNullable<SeenStatus['payment']>>> = {
  ...words('pending', '', 'pending', 'unpaid', 'waiting', 'menunggu'),
  ...words('settlement', 'settlement', 'paid', 'completed', 'capture', 'success', 'sukses', 'berhasil'),
  ...words('expired', 'expired', 'expire', 'cancel', 'canceled', 'cancelled', 'failed', 'deny'),
};

/** A status answer to our words (spellings: upstream behaviours 14 and 24). */
export function toSeenStatus(wire: WireStatus): SeenStatus {
  const paymentWord = wire.payment_status ?? wire.payment?.status;
  const note = oneLine(wire.catatan);
  return {
    delivery: lookUp(DELIVERY, wire.status) ?? 'unknown',
    payment: paymentWord === undefined ? null : (lookUp(PAYMENT, paymentWord) ?? 'unknown'),
    note: note === '' ? null : note,
    raw: `${wire.status}/${paymentWord ?? '-'}`.slice(0, 100),
  };
}

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

function words<T extends string>(meaning: T, ...spellings: readonly string[]): Record<string, T> {
  return Object.fromEntries(spellings.map((spelling) => [spelling, meaning]));
}

function lookUp<T>(table: Readonly<Record<string, T>>, word: string): T | undefined {
  const key = word.trim().toLowerCase();
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function wholeRupiah(amount: number | null): number | null {
  return amount === null || amount < 0 ? null : Math.ceil(amount);
}

function httpsOnly(link: string): string | null {
  const trimmed = link.trim();
  return URL.canParse(trimmed) && new URL(trimmed).protocol === 'https:' ? trimmed : null;
}

/** Control characters and line breaks out, so that provider text can do no harm where it is shown. */
function oneLine(value: string): string {
  return value
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 300);
}
