import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { ORDER_STATUSES, type OrderStatus } from '../contract/order.ts';

/** Where the figures come from; asked only when somebody scrapes. */
export interface MetricsSources {
  readonly countByStatus: () => Promise<ReadonlyMap<OrderStatus, number>>;
  readonly openStreams: () => number;
  /** Seconds since the provider's list was last seen; null when it never was. */
  readonly catalogAge: () => number | null;
}

/** Prometheus metrics: the process's own, and what an operator of this shop watches. No money, no names. */
export function createMetrics(sources: MetricsSources): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'zul_topup_orders',
    help: 'Orders by status',
    labelNames: ['status'],
    registers: [registry],
    async collect() {
      const counts = await sources.countByStatus();
      for (const status of ORDER_STATUSES) this.set({ status }, counts.get(status) ?? 0);
    },
  });
  new Gauge({
    name: 'zul_topup_streams',
    help: 'Event streams open now',
    registers: [registry],
    collect() {
      this.set(sources.openStreams());
    },
  });
  new Gauge({
    name: 'zul_topup_catalog_age_seconds',
    help: "Seconds since the provider's list was last seen; -1 when it never was",
    registers: [registry],
    collect() {
      this.set(sources.catalogAge() ?? -1);
    },
  });
  return registry;
}
