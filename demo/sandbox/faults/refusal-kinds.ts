import { asObject, failure, type Json, jsonAnswer } from './answer.ts';
import { type ApiPath, after, apiPaths, type FaultPath, instead } from './fault-kind.ts';
import { choice, number, text } from './params.ts';

/** The five shapes of a refusal in this family of providers (upstream behaviours 1). */
const envelopes = {
  'data.pesan': failure,
  pesan: (sentence) => ({ status: false, pesan: sentence }),
  data: (sentence) => ({ status: false, data: sentence }),
  result: (sentence) => ({ result: false, message: sentence }),
  success: (sentence) => ({ success: false, message: sentence }),
} as const satisfies Record<string, (sentence: string) => Json>;

const envelope = choice('data.pesan', 'pesan', 'data', 'result', 'success');
const work = choice('skipped', 'done');

/** A likely sentence for each path, for refusals that are not told what to say. */
const likely: Readonly<Record<ApiPath, string>> = {
  '/auth/register': 'Username sudah dipakai.',
  '/auth/login': 'User ID atau password salah.',
  '/user/me': 'Akun tidak ditemukan.',
  '/user/regenerate-key': 'API key gagal dibuat.',
  '/services': 'Layanan tidak ditemukan.',
  '/order/create': 'Layanan sedang gangguan.',
  '/order/status': 'Pesanan tidak ditemukan.',
  '/payment/deposit': 'Nominal deposit tidak valid.',
  '/payment/status': 'Deposit tidak ditemukan.',
  '/payment/history': 'Riwayat tidak ditemukan.',
};

const likelyAt = (path: FaultPath) => (path === '/pay' ? '' : likely[path]);

/** Clear refusals: the provider understood and says no. */
export const refusalKinds = {
  refusal: instead({
    id: 'Ditolak dengan HTTP 200, dalam salah satu dari lima bentuk jawaban gagal.',
    en: 'Refused under HTTP 200, in one of five shapes of failure.',
    paths: apiPaths,
    params: { envelope, message: text(''), work },
    apply: (params, { path }) =>
      jsonAnswer(envelopes[params.envelope](params.message === '' ? likelyAt(path) : params.message)),
  }),
  'refusal-envelope': after({
    id: 'Penolakan yang sebenarnya, dalam bentuk jawaban gagal yang lain.',
    en: "The provider's true refusals, in another shape of failure.",
    paths: apiPaths,
    params: { envelope: choice('pesan', 'data', 'result', 'success') },
    apply: (answer, params) => {
      const refused = typeof answer.body === 'object' && answer.body.status === false;
      const sentence = refused ? asObject(asObject(answer.body)?.data)?.pesan : undefined;
      return typeof sentence === 'string'
        ? { ...answer, body: envelopes[params.envelope](sentence) }
        : undefined;
    },
  }),
  'key-refused': instead({
    id: 'API key atau alamat IP ditolak.',
    en: 'The API key or the IP address is refused.',
    paths: apiPaths,
    params: { reason: choice('key', 'ip'), envelope, httpStatus: number(200) },
    apply: (params) => {
      const sentence = params.reason === 'key' ? 'API key tidak valid.' : 'IP tidak terdaftar di whitelist.';
      return jsonAnswer(envelopes[params.envelope](sentence), params.httpStatus);
    },
  }),
  maintenance: instead({
    id: 'Provider sedang maintenance.',
    en: 'The provider is down for maintenance.',
    paths: apiPaths,
    params: { envelope, httpStatus: number(200) },
    apply: (params) =>
      jsonAnswer(envelopes[params.envelope]('Sistem sedang maintenance.'), params.httpStatus),
  }),
  'rate-limit': instead({
    id: 'Terlalu banyak permintaan: 429 dengan atau tanpa Retry-After, atau 200 dengan pesan.',
    en: 'Too many requests: 429 with or without Retry-After, or 200 with a message.',
    paths: apiPaths,
    params: { form: choice('retry-after', 'bare-429', 'message-200'), seconds: number(30) },
    apply: ({ form, seconds }) => {
      const answer = jsonAnswer(
        failure('Terlalu banyak permintaan. Coba lagi nanti.'),
        form === 'message-200' ? 200 : 429,
      );
      if (form !== 'retry-after') return answer;
      return { ...answer, headers: { ...answer.headers, 'Retry-After': String(seconds) } };
    },
  }),
  'order-not-found': instead({
    id: 'Pesanan baru belum ditemukan di cek status.',
    en: 'A fresh order is not found yet when its status is asked for.',
    paths: ['/order/status', '/payment/status'],
    params: { envelope },
    apply: (params, { path }) => jsonAnswer(envelopes[params.envelope](likelyAt(path))),
  }),
  'success-envelope': after({
    id: 'Jawaban berhasil tanpa "status", atau dengan penanda berhasil yang lain.',
    en: 'A success without "status", or with another mark of success.',
    paths: apiPaths,
    params: { mark: choice('absent', 'true', 'success') },
    apply: (answer, { mark }) => {
      const envelope = asObject(answer.body);
      // A bare answer's `status` is the payment's and no mark of success.
      if (!envelope || envelope.data === undefined || envelope.status === false) return undefined;
      const marks = { absent: undefined, true: true, success: 'success' };
      return { ...answer, body: { ...envelope, status: marks[mark] } };
    },
  }),
};
