import type { CatalogService } from './catalog/catalog.ts';
import { providerState } from './catalog/readiness.ts';
import type { ComposedProvider } from './compose-provider.ts';
import type { Config } from './config.ts';
import { AccountKeys } from './console/account.ts';
import { Deposits } from './console/deposits.ts';
import { Door } from './console/door.ts';
import { KeptKey } from './console/kept-key.ts';
import { Notices } from './console/notices.ts';
import { OfferDressing } from './console/offer.ts';
import { ConsoleOrders, type ConsoleOrdersParts } from './console/orders.ts';
import { Overview } from './console/overview.ts';
import { OverviewFeed } from './console/overview-feed.ts';
import { PriceSetting } from './console/prices.ts';
import { Privacy } from './console/privacy.ts';
import { ProfitReport } from './console/profit.ts';
import { SalesCounter } from './console/sales.ts';
import { ShopSettings } from './console/settings.ts';
import { SetupLink } from './console/setup-link.ts';
import { ShopWatch } from './console/shop-watch.ts';
import type { ChangeBus } from './live/bus.ts';
import { Seal } from './ops/seal.ts';
import { BalanceSelling } from './orders/sell.ts';
import type { OrderSettling } from './orders/settle.ts';
import type { OrderTokens } from './orders/tokens.ts';
import { isWebhookAddress, sendWebhook } from './provider/webhook.ts';
import type { Alert, AlertStore } from './store/alerts.ts';
import { ConsoleStore } from './store/console.ts';
import { DepositStore } from './store/deposits.ts';
import { VersionedDocument } from './store/documents.ts';
import { EarningsStore } from './store/earnings.ts';
import type { Store } from './store/open.ts';
import { OrderList } from './store/order-list.ts';
import type { OrderStore } from './store/orders.ts';
import { Outbox } from './store/outbox.ts';
import { PeopleStore } from './store/people.ts';
import { RefusedSiteStore } from './store/refused-sites.ts';

/** What the console takes of the rest of the proxy. */
export interface ConsoleNeeds {
  readonly config: Config;
  readonly secret: string;
  readonly store: Store;
  readonly orders: OrderStore;
  readonly tokens: OrderTokens;
  readonly settling: OrderSettling;
  readonly tracker: ConsoleOrdersParts['tracker'];
  readonly catalog: CatalogService;
  readonly bus: ChangeBus;
  readonly alerts: AlertStore;
  readonly alert: (alert: Alert) => Promise<void>;
  readonly provider: ComposedProvider;
  readonly onTrouble: (error: unknown) => void;
  /** For tests alone: notices may go to this machine. */
  readonly isLocalAllowed: boolean;
}

/** Builds the console's rooms, and the link by which its first visitor comes in. */
export function composeConsole({
  config,
  secret,
  store,
  orders,
  tokens,
  settling,
  tracker,
  catalog,
  bus,
  alerts,
  alert,
  provider,
  onTrouble,
  isLocalAllowed,
}: ConsoleNeeds) {
  const kept = new ConsoleStore(store);
  const seal = new Seal(secret);
  const link = new SetupLink(config.dataDir);
  const { access, signIn, withKey } = provider;
  const settings = new ShopSettings({
    kept,
    refused: new RefusedSiteStore(store),
    shop: config.shop,
    origins: config.http.allowedOrigins,
    onTrouble,
  });
  const profit = new ProfitReport(new EarningsStore(store), config.provider.baseUrl);
  const prices = new PriceSetting({
    document: new VersionedDocument(store, 'prices'),
    catalog,
    markup: config.markup,
    floor: config.profitFloor,
  });
  const overview = new Overview({
    setup: () => ({
      shop: settings.isSet,
      prices: prices.isSet,
      sites: settings.allowed().length > 0,
    }),
    today: () => profit.today(),
    freeRequests: async () => (await access.figures())?.freeSlots ?? null,
    provider: provider.provider,
    isConnected: () => access.isSet,
    isLocked: () => account.state().isLocked,
    isRefused: () => access.isRefused,
    countByStatus: () => orders.countByStatus(),
    alerts: () => alerts.list(),
  });
  const account = new AccountKeys({
    access,
    kept: new KeptKey(kept, seal, config.provider.apiKey),
    signIn,
    withKey,
    onConnected: () => {
      overview.forget();
      // The trouble with the old key is over.
      void alerts.remove('key_refused', 'key').catch(onTrouble);
      void catalog.refresh();
    },
  });
  return {
    link,
    door: new Door({ kept, link, fixedPassword: config.consolePassword }),
    overview,
    feed: new OverviewFeed({ now: () => overview.now(), bus, onTrouble }),
    prices,
    profit,
    notices: new Notices({
      kept,
      outbox: new Outbox(store),
      seal,
      send: (url, message, secrets) => sendWebhook(url, message, secrets, isLocalAllowed),
      isAllowed: async (url) => isLocalAllowed || isWebhookAddress(url),
      lastChange: () => orders.lastChange(),
      changedSince: (since) => orders.withStatus(['processing', 'succeeded', 'failed', 'unconfirmed'], since),
      onTrouble,
    }),
    watch: new ShopWatch({
      kept,
      provider: () => providerState(access.isSet, catalog.lastFailure),
      askAgain: () => catalog.refresh(),
      balance: () => overview.balance(),
      alert,
      settle: (kind, subject) => alerts.remove(kind, subject),
      onTrouble,
    }),
    privacy: new Privacy({ kept, people: new PeopleStore(store), onTrouble }),
    counter: new SalesCounter({ catalog, rules: prices.current }),
    selling: new BalanceSelling({
      catalog,
      orders,
      tokens,
      settling,
      provider: provider.provider,
      onSold: () => overview.forget(),
    }),
    offer: new OfferDressing({ document: new VersionedDocument(store, 'offer'), catalog }),
    orders: new ConsoleOrders({ list: new OrderList(store), orders, tracker }),
    deposits: new Deposits({
      provider: provider.provider,
      kept: new DepositStore(store),
      providerUrl: config.provider.baseUrl,
      onSettled: () => overview.forget(),
    }),
    settings,
    account,
    alerts,
  };
}
