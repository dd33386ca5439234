import { parseProviderTime } from './time.ts';
import {
  isRecord,
  type WireAccount,
  type WireCreated,
  type WireDeposit,
  type WireDepositState,
  type WireService,
  type WireStatus,
  wireDepositStateSchema,
  wireServiceSchema,
} from './wire.ts';

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

/** The provider's answer to an order paid from the balance. */
export interface BalanceOrder {
  readonly providerId: string;
  readonly invoice: string;
}

/** The account a key opens. Never leaves the console. */
export interface Account {
  readonly userId: string;
  readonly role: string;
  readonly balanceRupiah: number | null;
}

/** A deposit to be paid by QRIS; `qrSource` as for orders. */
export interface Deposit {
  readonly depositId: string;
  readonly amountRupiah: number;
  readonly qrSource: string;
  readonly expiresAt: number | null;
}

/** Where a deposit stands. */
export interface DepositState {
  readonly depositId: string;
  readonly amountRupiah: number | null;
  readonly payment: 'pending' | 'settlement' | 'expired' | 'unknown';
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
    profitRupiah: floorRupiah(wire.reseller_profit),
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

/** A create from the balance; null when it names no order. */
export function toBalanceOrder(wire: WireCreated): BalanceOrder | null {
  const providerId = wire.id.trim();
  return providerId ? { providerId, invoice: wire.invoice.trim() } : null;
}

/** An account's payload; a balance with a fraction is cut down, never up. */
export function toAccount(wire: WireAccount): Account {
  return {
    userId: oneLine(wire.user_id),
    role: oneLine(wire.role),
    balanceRupiah: floorRupiah(wire.balance),
  };
}

/** A deposit's payload; null when there is nothing to pay in it. @param asked whole rupiah asked for. */
export function toDeposit(wire: WireDeposit, asked: number, now: number): Deposit | null {
  const depositId = wire.orderId.trim();
  const qrSource = wire.qrCodeUrl.trim();
  if (!depositId || !qrSource) return null;
  const amountRupiah = wholeRupiah(wire.amountToPay) ?? asked;
  return { depositId, amountRupiah, qrSource, expiresAt: parseProviderTime(wire.expiryTime, now) };
}

/** A deposit's bare status object; a word nobody knows is `unknown`. */
export function toDepositState(wire: WireDepositState): DepositState {
  return {
    depositId: wire.orderId.trim(),
    amountRupiah: wholeRupiah(wire.amount),
    payment: lookUp(PAYMENT, wire.status) ?? 'unknown',
  };
}

/** The history's payload; rows that name no deposit are left out. */
export function toDepositHistory(data: unknown): DepositState[] {
  if (!Array.isArray(data)) return [];
  return data.flatMap((row: unknown) => {
    const wire = wireDepositStateSchema.safeParse(row);
    return wire.success && wire.data.orderId.trim() ? [toDepositState(wire.data)] : [];
  });
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

function floorRupiah(amount: number | null): number | null {
  return amount === null ? null : Math.floor(amount);
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
