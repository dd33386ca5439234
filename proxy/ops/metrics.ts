import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { ORDER_STATUSES, type OrderStatus } from '../contract/order.ts';

/** Where the figures come from; asked only when somebody scrapes. */
export interface MetricsSources {
  readonly countByStatus: () => Promise<ReadonlyMap<OrderStatus, number>>;
  /** Event streams open now; the others since the process started. */
  readonly streams: () => Readonly<Record<'open' | 'opened' | 'refused' | 'dropped', number>>;
  /** Seconds since the provider's list was last seen; null when it never was. */
  readonly catalogAge: () => number | null;
}

const STREAM_FATES = {
  opened: 'Event streams opened',
  refused: 'Event streams turned away: too many from one address or for one order',
  dropped: 'Event streams cut off because their reader did not read',
};

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
      this.set(sources.streams().open);
    },
  });
  for (const [fate, help] of Object.entries(STREAM_FATES)) {
    new Counter({
      name: `zul_topup_streams_${fate}_total`,
      help,
      registers: [registry],
      collect() {
        this.reset();
        this.inc(sources.streams()[fate as keyof typeof STREAM_FATES]);
      },
    });
  }
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
