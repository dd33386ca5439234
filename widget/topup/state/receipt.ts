import type { Order } from '../../../proxy/contract/order.ts';
import { formatRupiah } from '../../kit/money.ts';
import { targetLine } from './order.ts';
import { parseSerial } from './serial.ts';

/** The words of a receipt in the buyer's language. */
export interface ReceiptWords {
  readonly title: string;
  readonly code: string;
  readonly product: string;
  readonly target: string;
  readonly price: string;
  readonly date: string;
  readonly serial: string;
  readonly token: string;
  readonly meter: { readonly name: string; readonly tariff: string; readonly power: string };
}

const LOCALE = { id: 'id-ID', en: 'en-GB' } as const;

/**
 * A finished order as plain text to share: the shop, then a line for each thing to know. The price is the
 * sum that was paid; the date is the delivery's, in the viewer's own zone, which is named.
 */
export function receiptText(order: Order, shop: string, words: ReceiptWords, lang: 'id' | 'en'): string {
  const serial = order.note === null ? null : parseSerial(order.note);
  const { name, tariff, power } = serial?.meter ?? { name: '', tariff: '', power: '' };
  const lines: [label: string, value: string][] = [
    [words.code, order.code],
    [words.product, `${order.service.category}, ${order.service.name}`],
    [words.target, targetLine(order.target)],
    [words.price, formatRupiah(order.payment?.amount ?? order.price)],
    [words.date, formatDate(finishedAt(order), lang)],
    [serial?.meter || serial?.shown !== serial?.code ? words.token : words.serial, serial?.shown ?? ''],
    [words.meter.name, name],
    [words.meter.tariff, tariff],
    [words.meter.power, power],
  ];
  // A name with a line break in it must not look like a line of its own.
  const told = lines.filter(([, value]) => value).map((line) => line.join(': ').replace(/\s+/g, ' '));
  return [`${shop} · ${words.title}`.replace(/\s+/g, ' '), ...told].join('\n');
}

function finishedAt({ timeline, updatedAt }: Order): string {
  return timeline.filter(({ status }) => status === 'succeeded').at(-1)?.at ?? updatedAt;
}

function formatDate(iso: string, lang: keyof typeof LOCALE): string {
  return new Intl.DateTimeFormat(LOCALE[lang], {
    ...{ day: 'numeric', month: 'short', year: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', timeZoneName: 'short' },
  }).format(new Date(iso));
}
