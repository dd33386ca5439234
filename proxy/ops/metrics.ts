import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { ORDER_STATUSES, type OrderStatus } from '../contract/order.ts';

/** Where the figures come from; asked only when somebody scrapes. */
export interface MetricsSources {
  readonly countByStatus: () => Promise<ReadonlyMap<OrderStatus, number>>;
  /** Event streams open now; the others since the process started. */
  readonly streams: () => Readonly<Record<'open' | 'opened' | 'refused' | 'dropped', number>>;
  /** Request slots free now and "too many" answers since the start; null while no API key is set. */
  readonly budget: () => Promise<{ freeSlots: number; tooMany: number } | null>;
  /** Seconds since the provider's list was last seen; null when it never was. */
  readonly catalogAge: () => number | null;
}

/** The registry to be scraped, and where tracking reports what it does. */
export interface Metrics {
  readonly registry: Registry;
  /** @param changedAtMostAgo seconds, or null when the look found nothing new. */
  readonly onLook: (reason: string, changedAtMostAgo: number | null) => void;
}

const STREAM_FATES = {
  opened: 'Event streams opened',
  refused: 'Event streams turned away: too many from one address or for one order',
  dropped: 'Event streams cut off because their reader did not read',
};

/** Prometheus metrics: the process's own, and what an operator of this shop watches. No money, no names. */
export function createMetrics(sources: MetricsSources): Metrics {
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
  new Gauge({
    name: 'zul_topup_free_slots',
    help: 'Requests to the provider that may be made now; -1 while no API key is set',
    registers: [registry],
    async collect() {
      this.set((await sources.budget())?.freeSlots ?? -1);
    },
  });
  new Counter({
    name: 'zul_topup_too_many_total',
    help: 'Times the provider answered that there were too many requests',
    registers: [registry],
    async collect() {
      this.reset();
      this.inc((await sources.budget())?.tooMany ?? 0);
    },
  });
  return { registry, onLook: lookMetrics(registry) };
}

function lookMetrics(registry: Registry): Metrics['onLook'] {
  const looks = new Counter({
    name: 'zul_topup_looks_total',
    help: "Looks at orders, by reason: a buyer's signal, routine, or requests to spare",
    labelNames: ['reason'],
    registers: [registry],
  });
  const delay = new Histogram({
    name: 'zul_topup_change_seen_seconds',
    help: 'Time from a change at the provider to the look that saw it, at most (since the look before)',
    buckets: [1, 2, 3, 5, 10, 20, 40, 80, 160, 320, 640],
    registers: [registry],
  });
  return (reason, changedAtMostAgo) => {
    looks.inc({ reason });
    if (changedAtMostAgo !== null) delay.observe(changedAtMostAgo);
  };
}
