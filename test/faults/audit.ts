import type { Order } from '../../proxy/contract/order.ts';
import { readQr } from '../../proxy/orders/qr-code.ts';
import type { Buyer, Told } from './buyer.ts';
import type { Findings } from './findings.ts';
import type { LedgerProvider } from './ledger-provider.ts';
import { OrderFile } from './order-file.ts';

/** What an audit compares. */
export interface Books {
  readonly url: string;
  readonly file: string;
  readonly provider: LedgerProvider;
  readonly findings: Findings;
  /** Where in the run this is, for the report. */
  readonly where: string;
}

/** Nothing may be half-placed while nobody is placing anything. */
export function auditPlacing({ file, findings, where }: Books): void {
  const orders = new OrderFile(file);
  for (const code of orders.placing()) findings.note('stuck', code, `in placing ${where}`);
  orders.close();
}

/**
 * Compares what buyers were told with the proxy, with its file and with the provider's ledger.
 * @param pictures whether QR pictures are fetched and compared too; it is the slow part.
 */
export async function auditBuyers(books: Books, buyers: readonly Buyer[], pictures: boolean): Promise<void> {
  const { provider, findings, where } = books;
  for (const target of provider.doubledTargets()) {
    const ids = provider.bookedFor(target).map(({ id }) => id);
    findings.note('doubled', `target ${target}`, `booked as ${ids.join(', ')} ${where}`);
  }
  for (const buyer of buyers) {
    const { told, target, contradiction } = buyer;
    if (contradiction) findings.note('untold', `target ${target}`, `${contradiction} ${where}`);
    if (told === null) findings.note('untold', `target ${target}`, `no certain answer ${where}`);
    else if (told.kind === 'wrong') findings.note('untold', `target ${target}`, `${told.why} ${where}`);
    else if (told.kind === 'unconfirmed') auditUnconfirmed(books, buyer, told.order);
    else await auditAcknowledged(books, buyer, told, pictures);
  }
}

/** "We do not know" must be the truth: no answer ever recorded. */
function auditUnconfirmed({ file, findings, where }: Books, buyer: Buyer, order: Order): void {
  const orders = new OrderFile(file);
  const row = orders.byKey(buyer.key);
  orders.close();
  const isTrue = row?.status === 'unconfirmed' && row.provider_id === null;
  if (!isTrue || order.retryAt === null) {
    const truth = `${row?.status}, answered as ${row?.provider_id}`;
    findings.note('untold', order.code, `called unconfirmed, but it is ${truth} ${where}`);
  }
}

async function auditAcknowledged(
  books: Books,
  buyer: Buyer,
  told: Told & { kind: 'acknowledged' },
  pictures: boolean,
): Promise<void> {
  const { findings, where } = books;
  const shown = await buyer.open(books.url, told.order.token);
  const faults = [
    ...differences(told.order, shown),
    ...ledgerFaults(books, buyer),
    ...(pictures ? await pictureFaults(books, buyer, told) : []),
  ];
  if (faults.length > 0) findings.note('lost', told.order.code, `${faults.join(', ')} ${where}`);
}

function differences(told: Order, shown: Order | null): string[] {
  if (!shown) return ['its token opens nothing'];
  const same = {
    code: [told.code, shown.code],
    price: [told.price, shown.price],
    status: [told.status, shown.status],
    amount: [told.payment?.amount, shown.payment?.amount],
    expiry: [told.payment?.expiresAt, shown.payment?.expiresAt],
  };
  const different = Object.entries(same).filter(([, [before, now]]) => before !== now);
  return different.map(([name, [before, now]]) => `${name} was ${before} and is ${now}`);
}

function ledgerFaults({ provider, file }: Books, buyer: Buyer): string[] {
  const orders = new OrderFile(file);
  const row = orders.byKey(buyer.key);
  orders.close();
  const entry = provider.bookedFor(buyer.target).find(({ id }) => id === row?.provider_id);
  if (!row || !entry) return ['the provider has no such order'];
  const isSameQr = row.qr_payload === null || row.qr_payload === entry.payload;
  return [
    ...(entry.sellingPrice === row.price ? [] : [`the provider asks ${entry.sellingPrice}`]),
    ...(isSameQr ? [] : ["its QR is another order's"]),
  ];
}

async function pictureFaults(
  { url, provider }: Books,
  buyer: Buyer,
  told: Told & { kind: 'acknowledged' },
): Promise<string[]> {
  const bytes = await buyer.qrPicture(url, told.order.token);
  if (!bytes) return ['its QR cannot be had'];
  if (told.qr && !told.qr.equals(bytes)) return ['its QR has changed'];
  // Read once; from then on it is enough that the bytes stay the same.
  if (!told.qr || !checked.has(told.qr)) {
    const payload = readQr({ mediaType: 'image/png', bytes });
    if (payload !== provider.bookedFor(buyer.target)[0]?.payload)
      return ['its QR is not what the provider gave'];
  }
  told.qr ??= bytes;
  checked.add(told.qr);
  return [];
}

const checked = new WeakSet<Buffer>();
