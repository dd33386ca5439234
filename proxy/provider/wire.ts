import { z } from 'zod';

/**
 * What the provider sends, read tolerantly: numbers come as numbers or strings, fields go missing, and
 * there are at least five envelopes (upstream behaviours 1 to 6). Nothing of these shapes leaves `provider/`.
 */

/** An id or a word: numbers become strings, anything else that is no text becomes "". */
const text = z.union([z.string(), z.number().transform(String)]).catch('');

/**
 * Money as `10000`, `"10000"` or `"789000.00"`; null when it is no finite amount. At most two decimals:
 * `"10.000"` is ten thousand to an Indonesian and ten to a computer, so it is neither here.
 */
const amount = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\s*-?\d+(\.\d{1,2})?\s*$/)
      .transform(Number),
  ])
  .pipe(z.number().finite())
  .nullable()
  .catch(null);

export const wireServiceSchema = z.object({
  sid: text,
  kategori: text,
  layanan: text,
  harga: amount,
  status: text,
});

export const wireCreatedSchema = z.object({
  id: text,
  invoice: text,
  selling_price: amount,
  reseller_cost: amount,
  reseller_profit: amount,
  payment: z
    .object({
      qr_url: text,
      amount: amount,
      expired_at: z.unknown().optional(),
      invoice_url: text,
    })
    .nullable()
    .catch(null),
});

export const wireStatusSchema = z.object({
  id: text,
  status: text,
  catatan: text,
  payment_status: text.optional(),
  payment: z.object({ status: text }).nullable().catch(null),
});

export const wireAccountSchema = z.object({ user_id: text, balance: amount, role: text });

export const wireKeySchema = z.object({ api_key: z.string().trim().min(1) });

export const wireDepositSchema = z.object({
  orderId: text,
  amountToPay: amount,
  qrCodeUrl: text,
  expiryTime: z.unknown().optional(),
});

export const wireDepositStateSchema = z.object({ orderId: text, status: text, amount: amount });

export type WireService = z.infer<typeof wireServiceSchema>;
export type WireCreated = z.infer<typeof wireCreatedSchema>;
export type WireAccount = z.infer<typeof wireAccountSchema>;
export type WireDeposit = z.infer<typeof wireDepositSchema>;
export type WireDepositState = z.infer<typeof wireDepositStateSchema>;
export type WireStatus = z.infer<typeof wireStatusSchema>;

/** An envelope opened: the payload, or the provider's sentence about what went wrong. */
export type Opened =
  | { readonly ok: true; readonly data: unknown }
  | { readonly ok: false; readonly message: string };

/**
 * JSON from an answer that may carry a PHP warning before or after it. Returns undefined when no
 * whole JSON object is there (HTML, "System Error!", an empty or cut-off body).
 */
export function looseJson(body: string): unknown {
  const whole = parseObject(body);
  if (whole !== undefined) return whole;
  const end = body.lastIndexOf('}');
  for (let start = body.indexOf('{'); start !== -1 && start < end; start = body.indexOf('{', start + 1)) {
    // An object inside a broken-off one is not the answer: it would be taken for one with another meaning.
    if (/("\s*:|[,[])\s*$/.test(body.slice(0, start))) return undefined;
    const part = parseObject(body.slice(start, end + 1));
    if (part !== undefined) return part;
    // A warning names at most a few braces; a long HTML page must not be parsed from each of its own.
    if (start > 4096) break;
  }
  return undefined;
}

function parseObject(body: string): object | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

const NO = new Set<unknown>([false, 0, 'false', 'error', 'failed', 'fail', 'gagal']);

/** Opens any of the envelopes; a bare object (no envelope at all) is its own payload. */
export function openEnvelope(json: unknown): Opened {
  if (!isRecord(json)) return { ok: true, data: json };
  const status = looksBare(json) ? undefined : json.status;
  const said = [status, json.success, json.result].map((v) => (typeof v === 'string' ? v.toLowerCase() : v));
  if (said.some((word) => NO.has(word))) return { ok: false, message: messageOf(json) };
  return { ok: true, data: 'data' in json ? json.data : json };
}

/** A bare order or deposit whose `status` speaks of the order ("Error"), not of the request. */
function looksBare(json: Record<string, unknown>): boolean {
  const speaksOfIt = typeof json.status === 'string' && json.status.toLowerCase() !== 'false';
  return speaksOfIt && !('data' in json) && ('orderId' in json || 'id' in json);
}

/** The provider's sentence in a failure, wherever it stands; at most 500 characters, "" when there is none. */
export function messageOf(json: unknown): string {
  if (!isRecord(json)) return '';
  const data = isRecord(json.data) ? json.data : {};
  const candidates = [data.pesan, json.pesan, json.message, data.message, json.msg, json.data, json.error];
  return candidates.find((value): value is string => typeof value === 'string')?.slice(0, 500) ?? '';
}

/** True for a plain JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
