import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Category } from '../../../proxy/contract/catalog.ts';
import type { CreateOrder, Order } from '../../../proxy/contract/order.ts';
import { asFailure, type Failure } from '../api/failure.ts';
import { attemptFor, isFresh, keepsKey } from '../state/attempt.ts';
import {
  chosenService,
  type Draft,
  draftOf,
  emptyDraft,
  type FieldErrors,
  toOrder,
  validate,
  withBuyer,
  withService,
  withSettled,
  withTarget,
} from '../state/draft.ts';
import { withSaved } from '../state/saved-ids.ts';
import type { Sending } from '../state/scene.ts';
import { type Attempt, type Buyer, mineOf, withMine } from '../state/storage.ts';
import type { Target } from '../state/target.ts';
import type { Session } from './session.ts';

const NOBODY: Buyer = { name: '', phone: '' };
/** Waits before the first repeats of a create that got no answer; after them the buyer decides. */
const REPEAT_AFTER_MS = [1_500, 4_000];

/** What the element does with a create's outcome. */
export interface CheckoutEvents {
  ordered(order: Order): void;
  /** The proxy refused; `draft` and `sending` already say how. */
  refused(failure: Failure, body: CreateOrder): void;
}

/** The order being put together, and sending it exactly once. */
export class CheckoutController implements ReactiveController {
  draft: Draft | null = null;
  sending: Sending = { state: 'idle' };
  readonly #host: ReactiveControllerHost;
  readonly #events: CheckoutEvents;
  #session: Session | null = null;
  #abort = new AbortController();

  constructor(host: ReactiveControllerHost, events: CheckoutEvents) {
    this.#host = host;
    this.#events = events;
    host.addController(this);
  }

  hostConnected(): void {
    const left = this.#session?.shelf.get('attempt');
    if (left && this.sending.state === 'sending') void this.#send(left, true);
  }

  hostDisconnected(): void {
    this.#abort.abort();
  }

  /** Starts over with another proxy. */
  begin(session: Session): void {
    this.#abort.abort();
    this.#session = session;
    this.draft = null;
    this.sending = { state: 'idle' };
  }

  /** Finishes the create that a killed tab left behind under its own key; answers false if there is none. */
  resume(): boolean {
    const left = this.#session?.shelf.get('attempt');
    if (!left || !isFresh(left, Date.now())) {
      this.#session?.shelf.drop('attempt');
      return false;
    }
    const { sid, target, customer } = left.body;
    this.draft = { ...emptyDraft(left.categoryId, customer), sid, target, touched: Object.keys(target) };
    void this.#send(left, true);
    return true;
  }

  /** A draft for a category, with this product chosen; the one at hand is kept if it is for the same. */
  start(categoryId: string, sid: string | null): void {
    if (this.draft?.categoryId !== categoryId) this.draft = { ...emptyDraft(categoryId, this.#buyer()), sid };
    this.calm();
  }

  /** A draft that repeats an earlier order. */
  repeat(order: Order): void {
    this.draft = draftOf(order, this.#buyer());
    this.calm();
  }

  choose(sid: string): void {
    this.#edit((draft) => withService(draft, sid));
  }

  type(category: Category, typed: Target): void {
    this.#edit((draft) => withTarget(draft, category.fields, typed));
  }

  settle(field: string): void {
    this.#edit((draft) => withSettled(draft, field));
  }

  name(buyer: Partial<Buyer>): void {
    this.#edit((draft) => withBuyer(draft, buyer));
  }

  /** Whether the target is to be kept on this device. */
  keep(wanted: boolean): void {
    this.#edit((draft) => ({ ...draft, keep: wanted }));
  }

  /** Whether the draft may go to the check screen; if not, its errors say what is missing. */
  isComplete(category: Category): boolean {
    if (!this.draft) return false;
    const errors = validate(this.draft, category);
    this.mark(errors);
    if (Object.keys(errors).length > 0) return false;
    this.#session?.shelf.set('buyer', this.draft.buyer);
    return true;
  }

  /** Shows errors at their fields. */
  mark(errors: FieldErrors): void {
    this.#edit((draft) => ({ ...draft, errors }));
  }

  /** Forgets the last failure to send. */
  calm(): void {
    this.sending = { state: 'idle' };
    this.#host.requestUpdate();
  }

  /** Sends the order. Pressing twice sends once. */
  submit(category: Category): void {
    const session = this.#session;
    const service = this.draft && chosenService(this.draft, category);
    if (!session || !this.draft || !service || this.sending.state === 'sending') return;
    const body = toOrder(this.draft, category, service);
    const earlier = session.shelf.get('attempt');
    const attempt = attemptFor(earlier, body, category.id, Date.now());
    session.shelf.set('attempt', attempt);
    if (this.draft.keep)
      session.shelf.set('saved', withSaved(session.shelf.get('saved'), category.id, body.target));
    void this.#send(attempt, earlier?.key === attempt.key);
  }

  async #send(attempt: Attempt, again: boolean): Promise<void> {
    const session = this.#session;
    if (!session) return;
    this.#abort.abort();
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.sending = { state: 'sending', again };
    this.#host.requestUpdate();
    try {
      const order = await this.#create(session, attempt, signal);
      // First the token, then the key goes: between the two a killed tab would lose the order.
      session.shelf.set('order', order.token);
      session.shelf.set('mine', withMine(mineOf(session.shelf), order));
      session.shelf.drop('attempt');
      this.sending = { state: 'idle' };
      this.#events.ordered(order);
    } catch (thrown) {
      if (signal.aborted) return;
      this.#refuse(session, asFailure(thrown), attempt.body);
    }
    this.#host.requestUpdate();
  }

  async #create({ client }: Session, attempt: Attempt, signal: AbortSignal): Promise<Order> {
    for (const delay of REPEAT_AFTER_MS) {
      try {
        return await client.create(attempt.key, attempt.body, signal);
      } catch (thrown) {
        if (signal.aborted || asFailure(thrown).code !== 'no_answer') throw thrown;
      }
      this.sending = { state: 'sending', again: true };
      this.#host.requestUpdate();
      await new Promise((resolve) => setTimeout(resolve, delay));
      signal.throwIfAborted();
    }
    return client.create(attempt.key, attempt.body, signal);
  }

  #refuse(session: Session, failure: Failure, body: CreateOrder): void {
    if (!keepsKey(failure.code)) session.shelf.drop('attempt');
    const retryAt = Date.now() + (failure.problem.retryAfter ?? 0) * 1_000;
    // The order in the way may be this device's own: then there is a way to it.
    const { orderCode } = failure.problem;
    const own = mineOf(session.shelf).find(({ code }) => code === orderCode)?.token ?? null;
    this.sending = { state: 'failed', failure, retryAt, own };
    if (failure.code === 'invalid_input') {
      const fields = Object.entries(failure.problem.fields ?? {});
      this.mark(Object.fromEntries(fields.map(([field, said]) => [field, { said }])));
    }
    this.#events.refused(failure, body);
  }

  /** Says that the price moved, and from what. */
  repriced(before: number): void {
    this.sending = { state: 'repriced', before };
    this.#host.requestUpdate();
  }

  #buyer(): Buyer {
    return this.draft?.buyer ?? this.#session?.shelf.get('buyer') ?? NOBODY;
  }

  #edit(change: (draft: Draft) => Draft): void {
    if (this.draft) this.draft = change(this.draft);
    this.#host.requestUpdate();
  }
}
