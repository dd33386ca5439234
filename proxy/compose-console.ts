import type { Config } from './config.ts';
import { Door } from './console/door.ts';
import { Overview, type OverviewParts } from './console/overview.ts';
import { SetupLink } from './console/setup-link.ts';
import type { AlertStore } from './store/alerts.ts';
import { ConsoleStore } from './store/console.ts';
import type { Store } from './store/open.ts';
import type { OrderStore } from './store/orders.ts';

/** What the console takes of the rest of the proxy. */
export interface ConsoleNeeds {
  readonly config: Config;
  readonly store: Store;
  readonly orders: OrderStore;
  readonly alerts: AlertStore;
  readonly provider: OverviewParts['provider'];
}

/** Builds the console's rooms, and the link by which its first visitor comes in. */
export function composeConsole({ config, store, orders, alerts, provider }: ConsoleNeeds) {
  const kept = new ConsoleStore(store);
  const link = new SetupLink(config.dataDir);
  return {
    link,
    shopName: config.shop.name,
    door: new Door({ kept, link, fixedPassword: config.consolePassword }),
    overview: new Overview({
      provider,
      countByStatus: () => orders.countByStatus(),
      alerts: () => alerts.list(),
    }),
  };
}
