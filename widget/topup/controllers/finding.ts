import type { ReactiveControllerHost } from 'lit';
import { afterPaint } from '../../kit/turns.ts';
import type { Filter } from '../state/search.ts';

const NO_FILTER: Filter = { type: null, query: '', all: false };
/**
 * How much of a long list is drawn at a time: a phone's screen and what `Sight` looks ahead, in whole rows of 2, 3, 4
 * and 6. More would hold up the next key of who types quickly.
 */
const STRIDE = 24;

/** What the buyer looks for, and how far down the list he is. */
export class Finding {
  /** As the search field and the types show it. */
  filter: Filter = NO_FILTER;
  /** As the list shows it: one paint later. */
  sought: Filter = NO_FILTER;
  /** How many entries of a long list are drawn. */
  most = STRIDE;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Looks for something else. */
  change(change: Partial<Filter>): void {
    this.filter = { ...this.filter, ...change };
    this.#host.requestUpdate();
    // What was typed or pressed is painted at once, its list after it.
    afterPaint(() => this.#seek());
  }

  /** The buyer nears the end of what is drawn. */
  grow(): void {
    this.most += STRIDE;
    this.#host.requestUpdate();
  }

  /** Another list begins. */
  restart(): void {
    this.most = STRIDE;
  }

  /** Everything is shown again. */
  clear(): void {
    this.filter = NO_FILTER;
    this.sought = NO_FILTER;
  }

  #seek(): void {
    if (this.sought === this.filter) return;
    this.sought = this.filter;
    this.most = STRIDE;
    this.#host.requestUpdate();
  }
}
