import type { Chance } from './chance.ts';
import type { Fate, ProviderMoment } from './ledger-provider.ts';

/** Any instant at which the proxy can be killed: seen at the provider, or by a buyer. */
type Moment = ProviderMoment | '201 read';

/** When to kill, and what then becomes of the request that the provider has in hand. */
export interface KillPoint {
  readonly label: string;
  /** A moment, the instant the buyers press the button, or any time after it. */
  readonly when: Moment | 'at once' | 'any time';
  /** `go`: the provider carries on as if its client lived; `cut`: it is lost there. */
  readonly fate: Fate;
}

/** Every labelled point, in the order in which a run goes through them, again and again. */
export const KILL_POINTS: readonly KillPoint[] = [
  { label: 'before anything', when: 'at once', fate: 'go' },
  { label: 'catalogue asked for at start', when: 'services asked', fate: 'cut' },
  { label: 'create arrived, booked later', when: 'create arrived', fate: 'go' },
  { label: 'create arrived, never booked', when: 'create arrived', fate: 'cut' },
  { label: 'booked, not answered', when: 'order booked', fate: 'cut' },
  { label: 'half of the answer sent', when: 'half answered', fate: 'cut' },
  { label: 'whole answer sent', when: 'answered', fate: 'go' },
  { label: 'QR picture asked for', when: 'picture asked', fate: 'cut' },
  { label: '201 read by a buyer', when: '201 read', fate: 'go' },
  { label: 'any time in 60 ms', when: 'any time', fate: 'go' },
];

/** Kills once, at its point. */
export class Trigger {
  readonly #point: KillPoint;
  readonly #kill: () => void;
  #left: number;
  /** Whether the point was reached. */
  fired = false;

  /** @param most the point's moment happens up to this often; any one of them may be the last. */
  constructor(point: KillPoint, chance: Chance, most: number, kill: () => void) {
    this.#point = point;
    this.#kill = kill;
    this.#left = chance.between(1, most);
  }

  /** To be told of every moment as it happens; says what becomes of the request. */
  reach(moment: KillPoint['when']): Fate {
    if (this.fired || moment !== this.#point.when) return 'go';
    this.#left -= 1;
    if (this.#left > 0) return 'go';
    this.fired = true;
    this.#kill();
    return this.#point.fate;
  }
}
