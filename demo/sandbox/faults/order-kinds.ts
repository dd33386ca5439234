import { formatWib } from '../clock.ts';
import type { Payment } from '../payment.ts';
import { drawQr } from '../qr-png.ts';
import { qrisPayload, withWrongChecksum } from '../qris.ts';
import { type Answer, asObject, dataOf, withData } from './answer.ts';
import { after, before, type Visit } from './fault-kind.ts';
import { choice, number } from './params.ts';

const payable = ['/order/create', '/payment/deposit'] as const;

/** New orders and deposits whose answer is incomplete, dearer, or payable in another way. */
export const orderKinds = {
  'create-without-id': after({
    id: 'Pesanan berhasil dibuat, tetapi jawabannya tanpa id.',
    en: 'The order is made, but the answer has no id.',
    paths: ['/order/create'],
    params: { as: choice('absent', 'empty', 'null') },
    apply: (answer, params) => {
      const ids = { absent: undefined, empty: '', null: null };
      return dataOf(answer) && withData(answer, { id: ids[params.as] });
    },
  }),
  'create-without-payment': after({
    id: 'Jawaban dropship tanpa pembayaran: tidak ada QR.',
    en: 'A dropship answer without payment: there is no QR.',
    paths: ['/order/create'],
    params: {},
    apply: (answer) =>
      dataOf(answer)?.payment === undefined ? undefined : withData(answer, { payment: undefined }),
  }),
  'higher-cost': before({
    id: 'Modal dropship di atas harga, sehingga profit bisa minus.',
    en: 'Dropship costs more than harga, so that the profit can be negative.',
    paths: ['/order/create'],
    params: { percent: number(50) },
    apply: (twist, { percent }, visit) => {
      twist.dropshipFeePercent = percent;
      return isDropship(visit);
    },
  }),
  'unique-code': before({
    id: 'Jumlah bayar ditambah kode unik.',
    en: 'A unique code is added to the amount to pay.',
    paths: payable,
    params: { rupiah: number(123) },
    apply: (twist, { rupiah }, visit) => {
      twist.uniqueCode = rupiah;
      return isDropship(visit);
    },
  }),
  'qr-text': before({
    id: 'Isi QR salah: CRC keliru, jumlah lain, atau tanpa jumlah.',
    en: 'The text in the QR is wrong: CRC, another amount, or no amount.',
    paths: payable,
    params: { flaw: choice('wrong-crc', 'other-amount', 'no-amount'), rupiah: number(1_000) },
    apply: (twist, { flaw, rupiah }, visit) => {
      twist.payload = {
        'wrong-crc': (amount: number | null, reference: string) =>
          withWrongChecksum(qrisPayload(amount, reference)),
        'other-amount': (amount: number | null, reference: string) =>
          qrisPayload((amount ?? 0) + rupiah, reference),
        'no-amount': (_amount: number | null, reference: string) => qrisPayload(null, reference),
      }[flaw];
      return isDropship(visit);
    },
  }),
  'qr-form': after({
    id: 'qr_url dalam bentuk lain: data URL, teks 000201, atau layanan gambar QR.',
    en: 'qr_url in another form: a data: URL, the text 000201..., or a QR drawing service.',
    paths: payable,
    params: { form: choice('data-url', 'payload', 'drawing-service', 'png-url') },
    apply: (answer, { form }, visit) =>
      withQrUrl(answer, visit, (url, { payload }) => {
        const data = encodeURIComponent(payload);
        if (form === 'payload') return payload;
        if (form === 'drawing-service') return `${url.origin}/v1/create-qr-code/?size=300x300&data=${data}`;
        if (form === 'png-url') return `${url.href}.png`;
        return `data:image/png;base64,${Buffer.from(drawQr(payload)).toString('base64')}`;
      }),
  }),
  'qr-picture': after({
    id: 'Gambar QR tidak terbaca, tidak ada, atau bukan gambar.',
    en: 'The picture of the QR is unreadable, missing, or no picture.',
    paths: payable,
    params: { flaw: choice('unreadable', 'missing', 'html') },
    apply: (answer, { flaw }, visit) => withQrUrl(answer, visit, (url) => `${url.href}?flaw=${flaw}`),
  }),
  'expiry-form': after({
    id: 'Batas waktu dalam bentuk lain: ISO, detik atau milidetik Unix, durasi.',
    en: 'The expiry in another form: ISO, Unix seconds or milliseconds, a duration.',
    paths: payable,
    params: {
      form: choice('iso', 'unix-seconds', 'unix-ms', 'duration-seconds', 'zone-less', 'absent', 'nonsense'),
    },
    apply: (answer, { form }, visit) => {
      const expiresAt = paymentBehind(answer, visit)?.expiresAt;
      if (expiresAt === undefined) return undefined;
      const forms = {
        iso: new Date(expiresAt).toISOString(),
        'unix-seconds': Math.floor(expiresAt / 1000),
        'unix-ms': expiresAt,
        'duration-seconds': Math.round((expiresAt - visit.provider.clock()) / 1000),
        'zone-less': formatWib(expiresAt),
        absent: undefined,
        nonsense: 'segera',
      };
      return withPaymentField(answer, 'expired_at', 'expiryTime', forms[form]);
    },
  }),
};

/** Only what a buyer pays by QR has a payment to change; deposits always do. */
function isDropship({ path, values }: Visit): boolean {
  return path === '/payment/deposit' || (values.selling_price ?? '') !== '';
}

function qrUrlOf(answer: Answer): string | undefined {
  const data = dataOf(answer);
  const url = asObject(data?.payment)?.qr_url ?? data?.qrCodeUrl;
  return typeof url === 'string' && URL.canParse(url) ? url : undefined;
}

/** Found by the reference: a fault added earlier may have taken the id or the link out of the answer. */
function paymentBehind(answer: Answer, { provider, path }: Visit): Payment | undefined {
  const data = dataOf(answer);
  const found =
    path === '/payment/deposit'
      ? provider.deposits.all().find(({ orderId }) => orderId === data?.orderId)
      : provider.orders.all().find(({ invoice }) => invoice === data?.invoice);
  return found?.payment ?? undefined;
}

function withQrUrl(
  answer: Answer,
  visit: Visit,
  write: (url: URL, payment: Payment) => string,
): Answer | undefined {
  const url = qrUrlOf(answer);
  const payment = paymentBehind(answer, visit);
  if (url === undefined || !payment) return undefined;
  return withPaymentField(answer, 'qr_url', 'qrCodeUrl', write(new URL(url), payment));
}

/** Sets a field of the payment under the name it has in an order's or in a deposit's answer. */
function withPaymentField(answer: Answer, ofOrder: string, ofDeposit: string, value: unknown): Answer {
  const payment = asObject(dataOf(answer)?.payment);
  return payment
    ? withData(answer, { payment: { ...payment, [ofOrder]: value } })
    : withData(answer, { [ofDeposit]: value });
}
