import { get } from 'node:http';
import { Child } from './child.ts';
import { type Figure, median } from './figures.ts';
import type { Load, Outcome } from './http-load.ts';
import type { Recorded } from './http-server.ts';

const PATH = '/api/catalog/mobile-legends';
const ENCODINGS = ['identity', 'gzip', 'br'] as const;
const ROUNDS = 5;
const SECONDS = 4;
const CONNECTIONS = 32;
/** What a round of the same length does before it counts: V8 has compiled everything by then. */
const WARM_UP_S = 3;

const KINDS = ['express', 'ours'] as const;
type Kind = (typeof KINDS)[number];

interface Case {
  readonly name: string;
  readonly request: string;
  readonly status: string;
}

/** The catalogue of a category by our application and by bare Express, in turn. */
export async function catalogFigures(): Promise<Figure[]> {
  const servers = {
    ours: new Child(new URL('./http-server.ts', import.meta.url), 'ours'),
    express: new Child(new URL('./http-server.ts', import.meta.url), 'express'),
  };
  const client = new Child(new URL('./http-load.ts', import.meta.url));
  try {
    const ports = {
      ours: await servers.ours.ask<number>('listen'),
      express: await servers.express.ask<number>('listen'),
    };
    const answers: Record<string, Recorded> = {};
    for (const encoding of ENCODINGS) answers[encoding] = await record(ports.ours, encoding);
    await servers.express.ask('record', answers);
    const figures: Figure[] = [];
    for (const one of casesOf(answers)) figures.push(await compare(one, ports, client));
    return figures;
  } finally {
    await Promise.all([servers.ours, servers.express, client].map((child) => child.stop()));
  }
}

async function compare(one: Case, ports: Record<Kind, number>, client: Child): Promise<Figure> {
  const rates: Record<Kind, number[]> = { express: [], ours: [] };
  const run = async (kind: Kind, seconds: number) => {
    const load: Load = { port: ports[kind], request: one.request, connections: CONNECTIONS, seconds };
    const { perSecond, status } = await client.ask<Outcome>('run', load);
    if (status !== one.status) throw new Error(`${kind} answered ${status} to ${one.name}`);
    return perSecond;
  };
  for (const kind of KINDS) await run(kind, WARM_UP_S);
  for (let round = 0; round < ROUNDS; round++) {
    for (const kind of KINDS) rates[kind].push(await run(kind, SECONDS));
  }
  const ratio = median(rates.ours) / median(rates.express);
  return {
    what: `catalog, ${one.name}: requests/s`,
    value: `${median(rates.ours).toFixed(0)} / ${median(rates.express).toFixed(0)} = ${ratio.toFixed(2)}x`,
    goal: '>= 0.9x',
    reached: ratio >= 0.9,
  };
}

function casesOf(answers: Record<string, Recorded>): Case[] {
  const size = (encoding: string) => `${((answers[encoding]?.body.length ?? 0) / 1000).toFixed(1)} kB`;
  const etag = answers.br?.headers.etag;
  return [
    { name: `plain, ${size('identity')}`, request: requestFor('identity'), status: '200' },
    { name: `gzip, ${size('gzip')}`, request: requestFor('gzip'), status: '200' },
    { name: `br, ${size('br')}`, request: requestFor('br'), status: '200' },
    { name: '304', request: requestFor('br', `If-None-Match: ${etag}\r\n`), status: '304' },
  ];
}

function requestFor(encoding: string, more = ''): string {
  return `GET ${PATH} HTTP/1.1\r\nHost: topup.example.com\r\nOrigin: https://blog.example.com\r\nX-Forwarded-For: 10.0.0.1\r\nAccept: application/json\r\nAccept-Encoding: ${encoding}\r\n${more}\r\n`;
}

/** Our answer in this encoding, without what every server writes itself. */
function record(port: number, encoding: string): Promise<Recorded> {
  const headers = { 'Accept-Encoding': encoding, Origin: 'https://blog.example.com' };
  return new Promise((resolve, reject) => {
    get({ port, host: '127.0.0.1', path: PATH, headers }, async (res) => {
      const chunks: Buffer[] = [];
      for await (const chunk of res) chunks.push(chunk as Buffer);
      const { date, connection, 'keep-alive': _keepAlive, ...kept } = res.headers;
      if (res.statusCode !== 200) reject(new Error(`the catalogue answered ${res.statusCode}`));
      resolve({ headers: kept as Record<string, string>, body: Buffer.concat(chunks) });
    }).on('error', reject);
  });
}
