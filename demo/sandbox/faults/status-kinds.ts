import { type Answer, asObject, dataOf, type Json, withData } from './answer.ts';
import { after, before, type Visit } from './fault-kind.ts';
import { choice, text } from './params.ts';

/** Looks at orders and deposits that answer in other words, of another order, or of another end. */
export const statusKinds = {
  'status-word': after({
    id: 'Kata lain untuk status pesanan: Sukses, Proses, Gagal, Partial, Refund, ...',
    en: "Another word for an order's status: Sukses, Proses, Gagal, Partial, Refund, ...",
    paths: ['/order/status'],
    params: { of: choice('any', 'Pending', 'Success', 'Error'), word: text('Sukses') },
    apply: (answer, { of, word }) => {
      const data = dataOf(answer);
      return data && (of === 'any' || data.status === of) ? withData(answer, { status: word }) : undefined;
    },
  }),
  'payment-word': after({
    id: 'Kata lain untuk status pembayaran: paid, PAID, completed, capture, expire.',
    en: "Another word for a payment's status: paid, PAID, completed, capture, expire.",
    paths: ['/order/status', '/payment/status', '/payment/history'],
    params: { of: choice('any', 'pending', 'settlement', 'expired'), word: text('paid') },
    apply: (answer, { of, word }) =>
      withPaymentWords(answer, (actual) => (of === 'any' || actual === of ? word : undefined)),
  }),
  'payment-place': after({
    id: 'payment_status di data.payment.status, atau tidak ada.',
    en: 'payment_status stands in data.payment.status, or is absent.',
    paths: ['/order/status'],
    params: { place: choice('nested', 'absent') },
    apply: (answer, { place }) => {
      const word = dataOf(answer)?.payment_status;
      if (word === undefined) return undefined;
      return withData(answer, {
        payment_status: undefined,
        payment: place === 'nested' ? { status: word } : undefined,
      });
    },
  }),
  'other-order': after({
    id: 'Jawaban cek status milik pesanan lain.',
    en: "The status answer is another order's.",
    paths: ['/order/status'],
    params: {},
    apply: (answer, _params, visit) => dataOf(answer) && { ...answer, body: anotherOrders(visit) },
  }),
  flip: after({
    id: 'Status akhir berbalik: Success menjadi Error, Error (sudah dibayar) menjadi Success.',
    en: 'The end flips: Success to Error, Error (of a paid order) to Success.',
    paths: ['/order/status'],
    params: { from: choice('any', 'Success', 'Error') },
    apply: (answer, { from }, visit) => {
      const data = dataOf(answer);
      if (!data || (from !== 'any' && data.status !== from)) return undefined;
      if (data.status === 'Success') {
        return withData(answer, { status: 'Error', catatan: 'Gagal: dibatalkan operator.' });
      }
      // An order nobody paid has failed for good: a provider that delivers it anyway has not been seen.
      if (data.status !== 'Error' || data.payment_status === 'expired') return undefined;
      const order = visit.provider.orders.all().find(({ id }) => id === visit.values.id);
      return withData(answer, { status: 'Success', catatan: order?.note });
    },
  }),
  'late-payment': before({
    id: 'Pembayaran setelah QR kedaluwarsa tetap diterima, lalu pesanan dikirim.',
    en: 'A payment after the QR has expired is taken all the same, and then delivered.',
    paths: ['/pay'],
    params: {},
    apply: (twist) => {
      twist.acceptsLate = true;
      return true;
    },
  }),
};

/** The status of another order if the sandbox has one, else a success of an order that is nobody's. */
function anotherOrders({ provider, values }: Visit): Json {
  const other = provider.orders.all().find(({ id }) => id !== values.id);
  if (!other) return { status: true, data: { id: '41', status: 'Success', catatan: 'SN: 4141414141414141' } };
  const { status, catatan, paymentStatus } = provider.orders.state(other);
  return {
    status: true,
    data: { id: other.id, status, catatan, payment_status: paymentStatus ?? undefined },
  };
}

/** Respells the payment's word wherever the answer has it; undefined when it is respelt nowhere. */
function withPaymentWords(answer: Answer, respell: (word: unknown) => string | undefined) {
  const body = asObject(answer.body);
  if (!body) return undefined;
  if (body.orderId !== undefined)
    return respelt(answer, respell(body.status), (status) => ({ ...body, status }));
  if (Array.isArray(body.data)) {
    const rows: Json[] = body.data;
    const data = rows.map((row) => ({ ...row, status: respell(row.status) ?? row.status }));
    return data.some(({ status }, at) => status !== rows[at]?.status)
      ? { ...answer, body: { ...body, data } }
      : undefined;
  }
  const word = dataOf(answer)?.payment_status;
  if (word === undefined) return undefined;
  return respelt(answer, respell(word), (payment_status) => ({
    ...body,
    data: { ...dataOf(answer), payment_status },
  }));
}

function respelt(answer: Answer, word: string | undefined, write: (word: string) => Json) {
  return word === undefined ? undefined : { ...answer, body: write(word) };
}
