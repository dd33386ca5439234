import { readFileSync } from 'node:fs';
import { type Response, Router } from 'express';
import type { FaultBook } from '../faults/fault-book.ts';
import { paymentStateAt } from '../payment.ts';
import type { SandboxProvider } from '../provider.ts';
import { drawNoQr, drawQr } from '../qr-png.ts';
import { Refusal } from '../refusal.ts';
import { cashierItems, depositItem, orderItem } from './cashier-items.ts';
import { cashierPage } from './cashier-view.ts';
import { invoicePage } from './invoice-view.ts';

/**
 * The pages and pictures around the API: cashier, invoice, payment status and QR.
 * @param pay what the buttons do; throws Refusal
 */
export function createCashier(
  provider: SandboxProvider,
  faults: FaultBook,
  pay: (id: string) => void,
): Router {
  const router = Router();

  const showCashier = (response: Response, problem = '') => {
    provider.orders.settle();
    response.set('Cache-Control', 'no-store').send(
      cashierPage({
        items: cashierItems(provider),
        balance: provider.reseller.balance,
        profit: provider.reseller.profit,
        deliverySeconds: provider.deliverySeconds,
        now: provider.clock(),
        problem,
        faults: faults.list(),
        takesLatePayments: faults.has('late-payment'),
      }),
    );
  };

  router.get('/', (_request, response) => showCashier(response));
  for (const name of ['base.css', 'cashier.css', 'faults.css']) {
    const css = readFileSync(new URL(name, import.meta.url), 'utf8');
    router.get(`/${name}`, (_request, response) => void response.type('css').send(css));
  }

  router.post('/pay/:id', (request, response) => {
    try {
      pay(request.params.id);
      response.redirect(303, '/');
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      showCashier(response.status(409), error.message);
    }
  });

  router.get('/qr/:token', (request, response) => {
    const payment = provider.findByPaymentToken(request.params.token.replace('.png', ''))?.payment;
    if (!payment || request.query.flaw === 'missing') return void response.sendStatus(404);
    if (request.query.flaw === 'html') return void response.send('<h1>Gambar tidak tersedia</h1>');
    const picture = request.query.flaw === 'unreadable' ? drawNoQr() : drawQr(payment.payload);
    response.type('png').send(Buffer.from(picture));
  });

  // Stands in for the public QR drawing services, whose addresses hold the text to be drawn.
  router.get('/v1/create-qr-code/', (request, response) => {
    const { data } = request.query;
    if (typeof data !== 'string') return void response.sendStatus(400);
    response.type('png').send(Buffer.from(drawQr(data)));
  });

  router.get('/payment/:token', (request, response) => {
    const payment = provider.findByPaymentToken(request.params.token)?.payment;
    if (!payment) return void response.sendStatus(404);
    response.json({ status: true, data: { payment_status: paymentStateAt(payment, provider.clock()) } });
  });

  router.get('/invoice/:token', (request, response) => {
    const found = provider.findByPaymentToken(request.params.token);
    if (!found) return void response.sendStatus(404);
    const item = 'orderId' in found ? depositItem(found, provider.clock) : orderItem(found, provider.clock);
    response.set('Cache-Control', 'no-store').send(invoicePage(item));
  });

  return router;
}
