import { type Response, Router } from 'express';
import type { OrderStreams, StreamSink } from '../live/streams.ts';
import type { OrderReader } from '../orders/read.ts';
import { isFinished } from '../orders/transitions.ts';
import { baseUrlOf } from './origins.ts';

/** What the event stream's route needs. */
export interface EventRoutesParts {
  readonly reader: OrderReader;
  readonly streams: OrderStreams;
  readonly publicUrl: string | null;
}

/** `GET /api/orders/:token/events`: the order's versions as server-sent events. */
export function eventRoutes({ reader, streams, publicUrl }: EventRoutesParts): Router {
  const router = Router();
  router.get('/orders/:token/events', async (req, res) => {
    const order = await reader.open(req.params.token);
    const lastVersion = lastEventId(req.get('last-event-id'), order.version);
    // 204 is the one answer after which an EventSource does not come back.
    if (isFinished(order) && lastVersion === order.version) {
      res.status(204).end();
      return;
    }
    const baseUrl = baseUrlOf(req, publicUrl);
    res.status(200).set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    });
    res.flushHeaders();
    const close = streams.open(order.id, sinkOf(res), lastVersion, (version) =>
      reader.versionsAfter(order.id, version, baseUrl),
    );
    res.on('close', close);
  });
  return router;
}

/** The version the reader says it has; a header that is none, or from the future, counts as a first visit. */
function lastEventId(header: string | undefined, current: number): number | null {
  const version = /^\d{1,9}$/.test(header ?? '') ? Number(header) : 0;
  return version >= 1 && version <= current ? version : null;
}

function sinkOf(res: Response): StreamSink {
  return {
    write: (chunk) => void res.write(chunk),
    end: () => void res.end(),
    backlog: () => res.writableLength,
  };
}
