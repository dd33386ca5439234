import type { Order } from '../../../proxy/contract/order.ts';
import { formatTime } from '../../kit/dates.ts';
import { formatRupiah } from '../../kit/money.ts';
import type { Lang, Words } from '../i18n/words.ts';
import { targetLine } from './order.ts';
import { parseSerial } from './serial.ts';

/** A receipt in lines of plain text, to be shared or printed; times are in the reader's own zone. */
export function receiptLines(order: Order, shop: string, words: Words, lang: Lang): string[] {
  const { code, service, target, price, note, updatedAt } = order;
  return [
    shop,
    `${words.order.code}: ${code}`,
    `${service.category} · ${service.name}`,
    `${words.check.to}: ${targetLine(target)}`,
    `${words.check.price}: ${formatRupiah(price)}`,
    ...(note ? [`${words.order.serial}: ${parseSerial(note).shown}`] : []),
    `${words.status.succeeded.title}: ${formatTime(updatedAt, lang, 0)}`,
  ].filter(Boolean);
}
