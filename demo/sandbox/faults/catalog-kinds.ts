import { type Answer, asObject, dataOf, type Json, withData } from './answer.ts';
import { after, before } from './fault-kind.ts';
import { choice, number, text } from './params.ts';

/** A price list that is empty, shifted or spelt in another way. */
export const catalogKinds = {
  'catalog-empty': after({
    id: 'Daftar layanan kosong: null, {} atau [].',
    en: 'An empty price list: null, {} or [].',
    paths: ['/services'],
    params: { as: choice('null', 'object', 'list') },
    apply: (answer, params) => {
      const empty = { null: null, object: {}, list: [] };
      return dataOf(answer) && { ...answer, body: { ...asObject(answer.body), data: empty[params.as] } };
    },
  }),
  'sids-renumbered': before({
    id: 'Nomor layanan (sid) bergeser mulai permintaan ini: sid lama menjadi produk lain.',
    en: 'From this request on the sids are shifted: an old sid is another product.',
    paths: ['/services', '/order/create'],
    params: { by: number(1) },
    apply: (_twist, { by }, { provider }) => {
      provider.renumber(by);
      return true;
    },
  }),
  'service-word': after({
    id: 'Kata lain untuk status layanan: Tersedia, active, non active.',
    en: "Another word for a service's status: Tersedia, active, non active.",
    paths: ['/services'],
    params: { of: choice('Normal', 'Gangguan', 'any'), word: text('Tersedia') },
    apply: (answer, { of, word }) =>
      withRows(answer, (row) => (of === 'any' || row.status === of ? { ...row, status: word } : row)),
  }),
  'tool-row': after({
    id: 'Baris "Cek Username" yang bukan produk.',
    en: 'A row "Cek Username" that is no product.',
    paths: ['/services'],
    params: { layanan: text('Cek Username Free Fire'), harga: number(100) },
    apply: (answer, { layanan, harga }) => {
      const [type, rows] = Object.entries(dataOf(answer) ?? {})[0] ?? [];
      const [first] = rowsOf(rows);
      if (type === undefined || !first) return undefined;
      const row = { sid: '90001', kategori: first.kategori, layanan, harga: String(harga), status: 'Normal' };
      return withData(answer, { [type]: [row, ...rowsOf(rows)] });
    },
  }),
};

function withRows(answer: Answer, change: (row: Json) => Json): Answer | undefined {
  const data = dataOf(answer);
  if (!data) return undefined;
  const changed = Object.entries(data).map(([type, rows]) => [type, rowsOf(rows).map(change)]);
  return withData(answer, Object.fromEntries(changed));
}

function rowsOf(rows: unknown): Json[] {
  return Array.isArray(rows) ? rows : [];
}
