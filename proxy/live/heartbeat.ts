import type { Stream } from './room.ts';

/** Proxies and phones drop a silent connection after 30 to 60 s; a comment every 15 s keeps it. */
const ROUND_MS = 15_000;
/** A beat to 18,000 streams in one go would hold up every change for a tenth of a second (README of the bench). */
const STEPS = 60;

/** One timer for all streams. It goes round them in 15 s, a sixtieth at a time. */
export class Heartbeat {
  readonly #streams: ReadonlySet<Stream>;
  readonly #beat: (stream: Stream) => void;
  #timer: NodeJS.Timeout | undefined;
  #step = 0;
  /** Where the round is; streams that come or go meanwhile do not disturb it. */
  #round: Iterator<Stream> | undefined;

  /** @param beat may remove the stream it is given from `streams`. */
  constructor(streams: ReadonlySet<Stream>, beat: (stream: Stream) => void) {
    this.#streams = streams;
    this.#beat = beat;
  }

  /** Begins to beat, the first time in 15 s; does nothing when it beats already. */
  start(): void {
    this.#timer ??= setInterval(() => this.#next(), ROUND_MS / STEPS).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#round = undefined;
    this.#step = 0;
  }

  #next(): void {
    this.#step = (this.#step + 1) % STEPS;
    if (this.#step === 0) this.#round = this.#streams.values();
    let left = Math.ceil(this.#streams.size / STEPS);
    while (this.#round && left-- > 0) {
      const { done, value } = this.#round.next();
      if (done) this.#round = undefined;
      else this.#beat(value);
    }
  }
}
