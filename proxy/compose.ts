import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createApp } from './app.ts';
import { CatalogService } from './catalog/catalog.ts';
import { keptPictures } from './catalog/pictures.ts';
import { readinessOf } from './catalog/readiness.ts';
import { composeConsole } from './compose-console.ts';
import { composeProvider } from './compose-provider.ts';
import type { Config } from './config.ts';
import { drainable } from './http/drain.ts';
import { createLimits } from './http/limits.ts';
import { ChangeBus } from './live/bus.ts';
import { OrderStreams } from './live/streams.ts';
import { createLogger, describeError, type Logger } from './ops/logger.ts';
import { createMetrics } from './ops/metrics.ts';
import { keptSecret } from './ops/secret.ts';
import { OrderPlacing } from './orders/place.ts';
import { QrCodes } from './orders/qr.ts';
import { OrderReader } from './orders/read.ts';
import { recoverOrders } from './orders/recover.ts';
import { OrderSettling } from './orders/settle.ts';
import { OrderTokens } from './orders/tokens.ts';
import { type Alert, AlertStore } from './store/alerts.ts';
import { HazardStore } from './store/hazards.ts';
import { LessonStore } from './store/lessons.ts';
import { openStore, pingStore } from './store/open.ts';
import { type OrderRow, OrderStore } from './store/orders.ts';
import { SnapshotStore } from './store/snapshots.ts';
import { Hazards } from './tracking/hazard.ts';
import { Tracker } from './tracking/tracker.ts';

/** The whole proxy, ready to listen. */
export interface ProxyServer {
  /**
   * Binds the port and begins to track; resolves with the address for people on this machine, and with the secret of
   * a new one-time link when nobody has chosen the console's password yet. `hasKey`: an account is connected.
   */
  listen(): Promise<{ url: string; setupSecret: string | null; hasKey: boolean }>;
  /** Stops taking requests, ends streams, lets work under way finish, closes the database. */
  close(): Promise<void>;
}

/** On a shared database, orders younger than this may be another process's, still being placed. */
const OTHERS_MS = 300_000;

/**
 * Builds every part and hands each what it needs; the only place that does.
 * @param isLocalAllowed for tests alone: webhooks may go to this machine.
 * @throws StoreError when the database cannot be used; Error when the data folder cannot be written.
 */
export async function compose(
  config: Config,
  logger: Logger = createLogger(config.logLevel),
  isLocalAllowed = false,
): Promise<ProxyServer> {
  const secret = config.secretKey ?? keptSecret(config.dataDir);
  const tokens = new OrderTokens(secret);
  const { store, close: closeStore } = await openStore(config.database);
  const orders = new OrderStore(store);
  const snapshots = new SnapshotStore(store);
  const { access, provider, ...keys } = composeProvider(config, store);
  const bus = new ChangeBus();
  const hazardStore = new HazardStore(store);
  const hazards = new Hazards(await hazardStore.all());
  const reader = new OrderReader(orders, tokens, (categoryId) =>
    hazards.typicalSeconds('processing', categoryId, 0.5),
  );
  const streams = new OrderStreams(bus, (orderId, version) => reader.versionsAfter(orderId, version));
  const alerts = new AlertStore(store);
  const lessons = new LessonStore(store);
  const alert = async (raised: Alert) => {
    await alerts.raise(raised, Date.now());
    rooms.notices.onAlert(raised);
    rooms.feed.onAlert(raised);
    logger.warn({ kind: raised.kind }, 'something the reseller should look at');
  };
  const orderTrouble =
    (message: string) =>
    (error: unknown, { code }: { code: string }) =>
      logger.warn({ code, error: describeError(error) }, message);
  const warn = (message: string) => (error: unknown) => logger.warn({ error: describeError(error) }, message);

  const onChange = (order: OrderRow) => {
    tracker.follow(order);
    bus.publish({ orderId: order.id, version: order.version });
    rooms.notices.onOrder(order);
    rooms.feed.onOrder(order);
    logger.info({ code: order.code, status: order.status, version: order.version }, 'order changed');
  };
  const catalog = new CatalogService({
    provider,
    load: () => snapshots.catalog(config.provider.baseUrl),
    save: (services, takenAt) => snapshots.saveCatalog(config.provider.baseUrl, services, takenAt),
    loadLessons: () => lessons.all(),
    saveLessons: (learnt, at) => lessons.save(learnt, at),
    rules: () => rooms.prices.current(),
    looks: () => rooms.offer.current(),
    pictureOf: keptPictures(config.dataDir, (mistake) => logger.warn(mistake)),
    onList: (before, after) => rooms.watch.onList(before, after),
    onFailure: warn('the catalogue could not be refreshed'),
  });
  const metrics = createMetrics({
    countByStatus: () => orders.countByStatus(),
    streams: () => streams.counts(),
    budget: () => access.figures(),
    catalogAge: () => {
      const state = catalog.current();
      return state ? Math.round((Date.now() - state.updatedAt) / 1000) : null;
    },
  });
  const tracker = new Tracker({
    orders,
    provider,
    canLook: () => access.isSet,
    hazards,
    keep: (histograms) => hazardStore.save(histograms),
    isWatched: (orderId) => streams.isWatched(orderId),
    onChange,
    alert,
    onLook: metrics.onLook,
    onTrouble: orderTrouble('a look failed'),
  });
  const qr = new QrCodes({
    kept: snapshots,
    providerUrl: config.provider.baseUrl,
    onTrouble: orderTrouble('a QR image was refused'),
  });
  const settling = new OrderSettling({
    catalog,
    orders,
    qr,
    profitFloor: config.profitFloor,
    alert,
    onChange,
  });
  const { link, ...rooms } = composeConsole({
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
    provider: { access, provider, ...keys },
    onTrouble: warn('the console could not keep something'),
    isLocalAllowed,
  });
  const app = createApp({
    console: { ...rooms, dir: builtDir('console') },
    catalog,
    shop: rooms.settings.shop,
    placing: new OrderPlacing({ catalog, orders, tokens, settling, provider }),
    reader,
    qr,
    tracker,
    streams,
    limits: createLimits(config.http.ordersPerMinutePerIp),
    publicUrl: config.http.publicUrl,
    sites: rooms.settings,
    trustProxy: config.http.trustProxy,
    logger,
    widgetDir: builtDir('widget'),
    pingStore: () => pingStore(store),
    readiness: () => readinessOf(access.isSet, catalog.lastFailure, catalog.current()),
    metrics: metrics.registry,
  });
  const server = createServer(app);
  const drain = drainable(server);
  const recovery = { orders, settling, onTrouble: orderTrouble('an order left behind could not be moved') };
  const recoverLater = () =>
    void recoverOrders(recovery, Date.now() - OTHERS_MS).catch(warn('recovery of orders failed'));
  let recoveryTimer: NodeJS.Timeout | undefined;

  return {
    async listen() {
      const { isLocked } = await rooms.account.prepare();
      if (isLocked) logger.warn('the kept API key cannot be opened: SECRET_KEY has changed');
      await Promise.all([
        rooms.settings.prepare(),
        rooms.prices.prepare(),
        rooms.offer.prepare(),
        rooms.watch.prepare(),
        rooms.notices.prepare(),
      ]);
      await catalog.restore().catch(warn('the kept catalogue could not be read'));
      // The lock on a SQLite file proves that no other process is at work on its orders.
      const alone = config.database.kind === 'sqlite';
      await recoverOrders(recovery, alone ? Number.POSITIVE_INFINITY : Date.now() - OTHERS_MS);
      if (!alone) recoveryTimer = setInterval(recoverLater, OTHERS_MS / 5).unref();
      await tracker.start();
      await rooms.door.prepare();
      const url = await listen(server, config.http.host, config.http.port);
      rooms.privacy.start();
      rooms.watch.start();
      await rooms.notices.start();
      // Not awaited: a provider that is down must not keep the shop from opening.
      void catalog.start();
      return { url, setupSecret: (await rooms.door.isUnset()) ? link.make() : null, hasKey: access.isSet };
    },
    async close() {
      clearInterval(recoveryTimer);
      catalog.stop();
      rooms.privacy.stop();
      rooms.watch.stop();
      rooms.feed.endAll();
      // No new streams first, then the old ones in slices: their readers must find their way elsewhere.
      await Promise.all([drain(), streams.endAll(), rooms.notices.stop()]);
      await tracker.stop();
      keys.close();
      await closeStore();
    },
  };
}

/** A built bundle: beside the compiled proxy, or in `dist/` when run from the sources. */
function builtDir(name: 'widget' | 'console'): string {
  const fromSource = import.meta.url.endsWith('.ts');
  return fileURLToPath(new URL(fromSource ? `../dist/${name}/` : `../${name}/`, import.meta.url));
}

function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const { port: bound } = server.address() as AddressInfo;
      resolve(`http://${/^(0\.0\.0\.0|::|127\.0\.0\.1)$/.test(host) ? 'localhost' : host}:${bound}`);
    });
  });
}
