import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import type { AccountKeys } from '../console/account.ts';
import type { Deposits } from '../console/deposits.ts';
import { type Door, IDLE_MS, type SignedIn } from '../console/door.ts';
import type { Notices } from '../console/notices.ts';
import type { OfferDressing } from '../console/offer.ts';
import type { ConsoleOrders } from '../console/orders.ts';
import type { Overview } from '../console/overview.ts';
import type { OverviewFeed } from '../console/overview-feed.ts';
import type { PriceSetting } from '../console/prices.ts';
import type { Privacy } from '../console/privacy.ts';
import type { ProfitReport } from '../console/profit.ts';
import type { SalesCounter } from '../console/sales.ts';
import type { ShopSettings } from '../console/settings.ts';
import type { ShopWatch } from '../console/shop-watch.ts';
import {
  type ConsoleHello,
  consoleAlertSchema,
  consoleChooseSchema,
  consoleSignInSchema,
} from '../contract/console.ts';
import { ProblemError } from '../contract/problem-error.ts';
import type { BalanceSelling } from '../orders/sell.ts';
import { consoleAccountRoutes } from './console-account-routes.ts';
import { consoleDepositRoutes } from './console-deposit-routes.ts';
import { readBody } from './console-input.ts';
import { consoleNoticeRoutes } from './console-notice-routes.ts';
import { consoleOfferRoutes } from './console-offer-routes.ts';
import { consoleOrderRoutes } from './console-order-routes.ts';
import { consolePriceRoutes } from './console-price-routes.ts';
import { consolePrivacyRoutes } from './console-privacy-routes.ts';
import { consoleProfitRoutes } from './console-profit-routes.ts';
import { consoleSaleRoutes } from './console-sale-routes.ts';
import { consoleShopRoutes } from './console-shop-routes.ts';
import { consoleTries } from './limits.ts';
import { baseUrlOf, isOwnOrigin } from './origins.ts';
import { notFound } from './problem.ts';

/** What the console's routes need. */
export interface ConsoleRoutesParts {
  readonly door: Door;
  readonly overview: Overview;
  readonly feed: OverviewFeed;
  readonly alerts: { remove(kind: string, subject: string): Promise<void> };
  readonly account: AccountKeys;
  readonly orders: ConsoleOrders;
  readonly deposits: Deposits;
  readonly profit: ProfitReport;
  readonly notices: Notices;
  readonly watch: ShopWatch;
  readonly privacy: Privacy;
  readonly counter: SalesCounter;
  readonly selling: BalanceSelling;
  readonly prices: PriceSetting;
  readonly offer: OfferDressing;
  readonly settings: ShopSettings;
  readonly publicUrl: string | null;
}

const COOKIE = 'zul_console';
const MOST_DOOR_BODY = '2kb';
/** A thousand price rules, each of a few hundred bytes. */
const MOST_BODY = '512kb';

type Signed = Response<unknown, { session: SignedIn }>;

/** `/console/api`: the reseller's side. Nothing here answers a browser that is not signed in, save its door. */
export function consoleRoutes(parts: ConsoleRoutesParts): Router {
  const { door, overview, settings, publicUrl } = parts;
  const router = Router();
  const json = express.json({ limit: MOST_BODY });
  // Strangers at the door have a password to say and no more.
  const doorJson = express.json({ limit: MOST_DOOR_BODY });
  const tries = consoleTries();
  const letIn = async (req: Request, res: Response, cookie: string) => {
    res.cookie(COOKIE, cookie, {
      httpOnly: true,
      sameSite: 'strict',
      // A shop that is tried out at home has no certificate, and a secure cookie would lock its owner out.
      secure: baseUrlOf(req, publicUrl).startsWith('https:'),
      path: '/console',
      maxAge: IDLE_MS,
    });
    res.status(204).end();
  };

  router.use((_req, res, next) => {
    res.set('Cache-Control', 'no-store');
    next();
  });
  router.use(ownOriginOnly(publicUrl));

  router.post('/sign-in', tries, doorJson, async (req, res) => {
    const parsed = consoleSignInSchema.safeParse(req.body);
    // Nothing is said of what was wrong with it: not a word to who is not signed in.
    if (!parsed.success) throw new ProblemError('unauthorized');
    await letIn(req, res, await door.signIn(parsed.data.password, deviceOf(req)));
  });

  router.post('/choose', tries, doorJson, async (req, res) => {
    const parsed = consoleChooseSchema.safeParse(req.body);
    if (!parsed.success) throw new ProblemError('unauthorized');
    await letIn(req, res, await door.choose(parsed.data.link, parsed.data.password, deviceOf(req)));
  });

  router.use(async (req, res: Signed, next) => {
    res.locals.session = await door.session(cookieOf(req));
    next();
  });
  router.use(json);

  router.get('/hello', async (_req, res) => {
    const hello: ConsoleHello = { shop: settings.shop().name, setup: await overview.setup() };
    res.json(hello);
  });

  router.get('/overview', async (_req, res) => {
    res.json(await overview.now());
  });

  router.post('/alerts/seen', async (req, res) => {
    const { kind, subject } = readBody(consoleAlertSchema, req);
    await parts.alerts.remove(kind, subject);
    res.json(await overview.now());
  });

  router.get('/events', (req, res) => {
    res.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // `no-transform`: what compresses would hold events back until it has enough of them.
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    });
    res.on(
      'close',
      parts.feed.open({
        send: (event, json) => void res.write(`event: ${event}\ndata: ${json}\n\n`),
        beat: () => void res.write(':\n\n'),
        isIn: () =>
          door.session(cookieOf(req)).then(
            () => true,
            () => false,
          ),
        end: () => void res.end(),
      }),
    );
  });

  router.get('/sessions', async (_req, res: Signed) => {
    const sessions = (await door.sessions()).map((session) => ({
      ...session,
      createdAt: new Date(session.createdAt).toISOString(),
      seenAt: new Date(session.seenAt).toISOString(),
      isThis: session.id === res.locals.session.id,
    }));
    res.json({ sessions });
  });

  router.delete('/sessions', async (_req, res) => {
    await door.endAll();
    res.clearCookie(COOKIE, { path: '/console' }).status(204).end();
  });

  router.delete('/sessions/:id', async (req, res: Signed) => {
    await door.end(req.params.id === 'this' ? res.locals.session.id : String(req.params.id));
    res.status(204).end();
  });

  router.use('/account', consoleAccountRoutes(parts.account));
  router.use('/shop', consoleShopRoutes(settings, publicUrl));
  router.use('/orders', consoleOrderRoutes(parts.orders));
  router.use('/deposits', consoleDepositRoutes(parts.deposits));
  router.use('/sales', consoleSaleRoutes(parts.counter, parts.selling));
  router.use('/profit', consoleProfitRoutes(parts.profit));
  router.use('/privacy', consolePrivacyRoutes(parts.privacy));
  router.use('/notices', consoleNoticeRoutes(parts.notices, parts.watch));
  router.use('/prices', consolePriceRoutes(parts.prices));
  router.use('/offer', consoleOfferRoutes(parts.offer));

  router.use(notFound);
  return router;
}

/** A page of another site can change nothing, whatever cookie the browser sends along. */
function ownOriginOnly(publicUrl: string | null): RequestHandler {
  return (req, _res, next) => {
    if (req.method === 'GET' || req.method === 'HEAD') return next();
    const origin = req.get('origin');
    const isJson = req.is('application/json') !== false || req.method === 'DELETE';
    if (origin === undefined || !isOwnOrigin(origin, req, publicUrl) || !isJson) {
      throw new ProblemError('unauthorized');
    }
    next();
  };
}

function cookieOf(req: Request): string | undefined {
  const pairs = (req.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === COOKIE)?.[1];
}

/** Browsers of different makers say who they are in different ways; the reseller only has to know his own. */
function deviceOf(req: Request): string {
  return req.get('user-agent') ?? '';
}
