import type { OrderRow } from '../store/orders.ts';
import { profitOf } from './orders.ts';

const HEAD = [
  'code',
  'created_wib',
  'status',
  'type',
  'category',
  'service',
  'target',
  'customer_name',
  'customer_phone',
  'price',
  'cost',
  'profit',
  'serial_number',
  'reason',
  'invoice',
  'note',
];
const WIB_MS = 7 * 60 * 60_000;

/**
 * Orders as CSV (RFC 4180), a part at a time. It begins with a mark by which spreadsheets know UTF-8; a text that a
 * spreadsheet would run as a formula is made plain text (OWASP, CSV injection). Times are the provider's, WIB.
 */
export async function* csvOf(parts: AsyncIterable<readonly OrderRow[]>): AsyncGenerator<string> {
  yield `\ufeff${HEAD.join(',')}\r\n`;
  for await (const rows of parts) yield rows.map(lineOf).join('');
}

function lineOf(row: OrderRow): string {
  const cells = [
    row.code,
    new Date(row.created_at + WIB_MS).toISOString().slice(0, 19).replace('T', ' '),
    row.status,
    row.type,
    row.category_name,
    row.service_name,
    row.target,
    row.customer_name,
    row.customer_phone,
    row.price,
    row.cost,
    profitOf(row),
    row.note,
    row.reason,
    row.provider_invoice,
    row.reseller_note,
  ];
  return `${cells.map(cellOf).join(',')}\r\n`;
}

function cellOf(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
