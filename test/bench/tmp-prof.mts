import { Session } from 'node:inspector/promises';
import { Child } from './child.ts';

process.argv[2] = 'ours';
let port = 0;
const real = process.on.bind(process);
// capture serve handler
let handler: any;
(process as any).on = (e: string, h: any) => {
  if (e === 'message') handler = h;
  return real(e as any, h);
};
await import('./http-server.ts');
(process as any).send = (r: any) => {
  port = r.value;
};
await handler({ id: 1, what: 'listen', with: null });
await new Promise((r) => setTimeout(r, 200));
const c = new Child(new URL('./http-load.ts', import.meta.url));
const load = {
  port,
  request: `GET /api/catalog/mobile-legends HTTP/1.1\r\nHost: topup.example.com\r\nOrigin: https://blog.example.com\r\nX-Forwarded-For: 10.0.0.1\r\nAccept-Encoding: br\r\n\r\n`,
  connections: 32,
  seconds: 3,
};
await c.ask('run', load);
const s = new Session();
s.connect();
await s.post('Profiler.enable');
await s.post('Profiler.start');
console.log(await c.ask('run', load));
const { profile } = (await s.post('Profiler.stop')) as any;
const self = new Map<string, number>();
const tot = profile.timeDeltas.reduce((a: number, b: number) => a + b, 0);
const byId = new Map(profile.nodes.map((n: any) => [n.id, n]));
const parent = new Map();
profile.nodes.forEach((n: any) => n.children?.forEach((x: number) => parent.set(x, n.id)));
const incl = new Map<string, number>();
profile.samples.forEach((id: number, i: number) => {
  const n: any = byId.get(id);
  const k = n.callFrame.functionName + ' ' + n.callFrame.url.split('/').slice(-3).join('/');
  self.set(k, (self.get(k) ?? 0) + profile.timeDeltas[i]);
  const seen = new Set<string>();
  for (let x: any = id; x !== undefined; x = parent.get(x)) {
    const f = (byId.get(x) as any).callFrame;
    const m = /node_modules\/([^/]+)/.exec(f.url)?.[1] ?? f.url.split('/').slice(-2).join('/');
    if (!seen.has(m)) {
      seen.add(m);
      incl.set(m, (incl.get(m) ?? 0) + profile.timeDeltas[i]);
    }
  }
});
for (const [k, v] of [...self].sort((a, b) => b[1] - a[1]).slice(0, 22))
  console.log(((v / tot) * 100).toFixed(1).padStart(5), k);
console.log('--incl');
for (const [k, v] of [...incl].sort((a, b) => b[1] - a[1]).slice(0, 30))
  console.log(((v / tot) * 100).toFixed(1).padStart(5), k);
await c.stop();
process.exit();
