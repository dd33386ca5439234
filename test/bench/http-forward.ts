/*
 * The least that could be called placing an order: bare Express that writes the wish to the disk, sends it on over a
 * connection of its own and writes the answer to the disk. It checks nothing, counts nothing, tracks nothing.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import SqliteDatabase from 'better-sqlite3';
import express from 'express';
import { sendOnce } from '../../proxy/provider/send-once.ts';
import { serve } from './child.ts';

serve({
  listen: ({ providerUrl, file }: { providerUrl: string; file: string }) =>
    new Promise((resolve) => {
      const server = createServer(forwarder(providerUrl, file));
      server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
    }),
});

function forwarder(providerUrl: string, file: string) {
  const database = new SqliteDatabase(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE orders (id INTEGER PRIMARY KEY, wish TEXT, answer TEXT)');
  const insert = database.prepare('INSERT INTO orders (wish) VALUES (?)');
  const update = database.prepare('UPDATE orders SET answer = ? WHERE id = ?');
  const app = express();
  app.post('/api/orders', express.json(), async (req, res) => {
    const { lastInsertRowid } = insert.run(JSON.stringify(req.body));
    const { body } = await sendOnce(new URL(`${providerUrl}/order/create`), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ selling_price: (req.body as { price: number }).price }),
      timeoutMs: 30_000,
      mostBytes: () => 10_000,
    });
    const answer = body.toString();
    update.run(answer, lastInsertRowid);
    res.status(201).json(JSON.parse(answer));
  });
  return app;
}
