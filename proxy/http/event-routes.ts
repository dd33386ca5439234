import { ipKeyGenerator } from 'express-rate-limit';
import type { OrderStreams } from '../live/streams.ts';
import type { Logger } from '../ops/logger.ts';
import type { OrderReader } from '../orders/read.ts';
import { isFinished } from '../orders/transitions.ts';
import type { AheadRoute } from './ahead.ts';
import type { Limits } from './limits.ts';
import type { BuyerSignals } from './order-routes.ts';
import { baseUrlOf, crossOriginHeaders, type Sites } from './origins.ts';

/** What the event stream's route needs. */
export interface EventRoutesParts {
  readonly reader: OrderReader;
  readonly streams: OrderStreams;
  readonly tracker: BuyerSignals;
  readonly limits: Limits;
  readonly publicUrl: string | null;
  readonly sites: Sites;
  readonly logger: Logger;
}

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  // `no-transform`: a cache or CDN that compresses would hold events back until it has enough of them.
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

/** `GET /api/orders/:token/events`: the order's versions as server-sent events. */
export function eventRoute(parts: EventRoutesParts): AheadRoute {
  const { reader, streams, tracker, limits, publicUrl, sites, logger } = parts;
  return {
    path: /^\/api\/orders\/([\w-]{1,200})\/events(?:\?|$)/,
    async answer(req, res, token = '') {
      const crossOrigin = crossOriginHeaders(req, sites, publicUrl);
      // A household or phone has a whole IPv6 network, and counts as one.
      const address = ipKeyGenerator(req.ip ?? '');
      limits.reads.take(address);
      const order = await reader.open(token);
      const lastVersion = lastEventId(req.get('last-event-id'), order.version);
      // 204 is the one answer after which an EventSource does not come back.
      if (isFinished(order) && lastVersion === order.version) {
        res.writeHead(204, crossOrigin).end();
        return;
      }
      // Gone while the order was looked up: its `close` has passed and would never end the stream.
      if (res.destroyed) return;
      const viewer = { orderId: order.id, baseUrl: baseUrlOf(req, publicUrl), address };
      streams.admit(viewer);
      if (!streams.isWatched(order.id) && limits.signals.allows(address)) tracker.reopened(order.id);
      res.writeHead(200, { ...HEADERS, ...crossOrigin });
      res.on('close', streams.open(viewer, res, lastVersion ?? order.version - 1));
      logger.debug({ code: order.code, lastVersion }, 'stream opened');
    },
  };
}

/** The version the reader says it has; a header that is none, or from the future, counts as a first visit. */
function lastEventId(header: string | undefined, current: number): number | null {
  const version = /^\d{1,9}$/.test(header ?? '') ? Number(header) : 0;
  return version >= 1 && version <= current ? version : null;
}
