import type { RequestListener } from 'node:http';

/** One stream server under test. */
export interface StreamServer {
  readonly handler: RequestListener;
  /** Where each order's stream is; the first one is for everybody, the others for one reader each. */
  readonly paths: readonly string[];
  /**
   * Makes the next version of an order and sends it to whoever watches.
   * @param padding makes the event this many bytes longer.
   * @returns when it was made (`sharedNow`), before and after it was on the disk.
   */
  change(order: number, padding?: number): Promise<Made>;
  counts(): Readonly<Record<string, number>>;
}

/** One version of one order, and when it was begun and made. */
export interface Made {
  readonly order: number;
  readonly version: number;
  readonly begunAt: number;
  readonly madeAt: number;
}
