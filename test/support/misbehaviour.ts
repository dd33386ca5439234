import type { ServerResponse } from 'node:http';
import type { Answer } from './scripted-provider.ts';

/** A sentence of the provider's that no buyer may ever read. */
export const PROVIDER_WORDS = 'KATA-KATA PROVIDER';

/** What can be concluded from an answer of this kind. */
export type Meaning =
  /** A clear no: nothing was done. */
  | 'refused'
  /** "Too many": nothing was done, come back later. */
  | 'busy'
  /** It may or may not have been done. */
  | 'uncertain'
  /** The truth, oddly wrapped. */
  | 'fine';

/** One way in which a provider of this family answers; `good` is what it would answer on a good day. */
export interface Misbehaviour {
  readonly name: string;
  readonly meaning: Meaning;
  readonly answer: (good: object) => Answer;
}

function raw(status: number, body: string, headers: Record<string, string> = {}): Answer {
  return (_req: unknown, res: ServerResponse) => {
    res.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  };
}

const HTML = `<!doctype html><html><body><h1>${PROVIDER_WORDS}</h1></body></html>`;
const WARNING = `<br />\n<b>Warning</b>: mysqli_query(): ${PROVIDER_WORDS} in <b>/home/x/db.php</b> on line <b>3</b><br />\n`;

/** Numbers 1 to 6 of the upstream behaviours: envelopes and transport. */
export const MISBEHAVIOURS: readonly Misbehaviour[] = [
  {
    name: 'status false with pesan in data',
    meaning: 'refused',
    answer: () => ({ status: false, data: { pesan: PROVIDER_WORDS } }),
  },
  {
    name: 'status false with pesan',
    meaning: 'refused',
    answer: () => ({ status: false, pesan: PROVIDER_WORDS }),
  },
  {
    name: 'status false with text as data',
    meaning: 'refused',
    answer: () => ({ status: false, data: PROVIDER_WORDS }),
  },
  {
    name: 'result false with message',
    meaning: 'refused',
    answer: () => ({ result: false, message: PROVIDER_WORDS }),
  },
  {
    name: 'success false with message',
    meaning: 'refused',
    answer: () => ({ success: false, message: PROVIDER_WORDS }),
  },
  {
    name: 'HTTP 400 with a message',
    meaning: 'refused',
    answer: () => raw(400, JSON.stringify({ message: PROVIDER_WORDS })),
  },
  {
    name: 'a wrong key',
    meaning: 'refused',
    answer: () => ({ status: false, data: { pesan: 'API Key salah' } }),
  },
  {
    name: 'HTTP 401',
    meaning: 'refused',
    answer: () => raw(401, JSON.stringify({ message: PROVIDER_WORDS })),
  },
  {
    name: 'an address that is not allowed',
    meaning: 'refused',
    answer: () => ({ status: false, pesan: 'IP 1.2.3.4 tidak diizinkan' }),
  },
  {
    name: 'maintenance',
    meaning: 'refused',
    answer: () => ({ status: false, data: { pesan: 'Server sedang maintenance' } }),
  },
  { name: '429 with Retry-After', meaning: 'busy', answer: () => raw(429, HTML, { 'retry-after': '7' }) },
  { name: '429 without Retry-After', meaning: 'busy', answer: () => raw(429, '') },
  {
    name: '200 that speaks of too many requests',
    meaning: 'busy',
    answer: () => ({ status: false, data: { pesan: 'Terlalu banyak permintaan' } }),
  },
  { name: 'status as a word', meaning: 'fine', answer: (good) => ({ ...good, status: 'success' }) },
  {
    name: 'no status at all',
    meaning: 'fine',
    answer: (good) => ({ data: (good as { data: unknown }).data }),
  },
  {
    name: 'a PHP warning before the JSON',
    meaning: 'fine',
    answer: (good) => WARNING + JSON.stringify(good),
  },
  { name: 'a PHP warning after the JSON', meaning: 'fine', answer: (good) => JSON.stringify(good) + WARNING },
  {
    name: 'a slow answer',
    meaning: 'fine',
    answer: (good) => (_req: unknown, res: ServerResponse) =>
      void setTimeout(() => res.end(JSON.stringify(good)), 200),
  },
  { name: 'plain text', meaning: 'uncertain', answer: () => `System Error! ${PROVIDER_WORDS}` },
  { name: 'a page of HTML', meaning: 'uncertain', answer: () => HTML },
  { name: 'an empty body', meaning: 'uncertain', answer: () => '' },
  { name: 'JSON that breaks off', meaning: 'uncertain', answer: (good) => JSON.stringify(good).slice(0, -9) },
  { name: 'a JSON number', meaning: 'uncertain', answer: () => '7' },
  { name: 'null', meaning: 'uncertain', answer: () => 'null' },
  { name: 'an empty object', meaning: 'uncertain', answer: () => '{}' },
  { name: 'data null', meaning: 'uncertain', answer: () => ({ status: true, data: null }) },
  {
    name: "Cloudflare's challenge",
    meaning: 'uncertain',
    answer: () => raw(403, HTML, { 'content-type': 'text/html' }),
  },
  { name: 'HTTP 522', meaning: 'uncertain', answer: () => raw(522, HTML, { 'content-type': 'text/html' }) },
  {
    name: 'HTTP 500 with a no in JSON',
    meaning: 'uncertain',
    answer: () => raw(500, JSON.stringify({ status: false, pesan: PROVIDER_WORDS })),
  },
  {
    name: 'a redirect',
    meaning: 'uncertain',
    answer: () => raw(302, '{}', { location: 'https://elsewhere.example/' }),
  },
  { name: 'silence', meaning: 'uncertain', answer: () => () => undefined },
  {
    name: 'a connection that breaks',
    meaning: 'uncertain',
    answer: () => (_req: unknown, res: ServerResponse) => void res.destroy(),
  },
  {
    name: 'a connection that breaks in mid-answer',
    meaning: 'uncertain',
    answer: (good) => (_req: unknown, res: ServerResponse) => {
      const text = JSON.stringify(good);
      res.writeHead(200, { 'content-length': text.length }).write(text.slice(0, 20), () => res.destroy());
    },
  },
];
