import type { OrderStatus } from '../contract/order.ts';
import type { OrderBrief } from '../store/orders.ts';
import type { Hazards, Stage } from './hazard.ts';

/**
 * Which order is looked at next: the one where the greatest delay is expected to have gathered.
 *
 * A look costs one of 60 requests a minute and can only find what has happened since the last one, t seconds
 * ago. With the hazard H gathered in that time the expected delay is about H*t/2 (the well-known h*t^2/2 for
 * a steady hazard h). For a change that ends when it is detected, inspection theory makes it (e^H - 1)*t/2:
 * the same for small H, and growing so fast for large that nothing starves. It is weighed by how much a
 * second matters to the buyer. Looking where a change is most *probable* instead would starve slow orders.
 * `npm run bench:tracking` measures it against the theoretical bound.
 */

/** What decides how much a look at an order is worth. Times: epoch ms. */
export interface Tracked {
  readonly status: OrderStatus;
  /** Orders of one group take about as long as one another: the category. */
  readonly group: string;
  /** The order's last change, and the last look at it. */
  readonly changedAt: number;
  readonly lookedAt: number;
  /** Delivered, but without its serial number so far. */
  readonly noteMissing: boolean;
  /** How many of the looks after the end are done. */
  readonly followUps: number;
  /** When a buyer last had the order open; Infinity while he has it open now. */
  readonly watchedAt: number;
  /** A buyer's signal ("I have paid", back on the page): goes first, once. */
  readonly asked: boolean;
  /** The last look saw a failure, which a second one must confirm. */
  readonly doubtful: boolean;
}

/** Whose request a look is. */
export type LookClass = 'signal' | 'routine' | 'spare';

/** No order is looked at more often than this, however much there is to spare; of a failure see below. */
const LEAST_SPACING_MS = 2_000;
/**
 * With requests to spare, an order that is watched or young is looked at every 2 to 3 s. One that nobody
 * watches any more is left alone for longer and longer: the provider owes an idle shop no requests.
 */
const SPARE_SPACING_MS = 2_500;
const UNWATCHED_SPACING_PER_AGE = 1 / 60;
const EXPIRED_SPACING_MS = 30_000;
/** Long enough for a provider's slip to pass, short enough for a buyer who waits. */
const SECOND_LOOK_MS = 3_000;
/** Delay matters most to a buyer who looks at the page, less to one in his wallet app or gone. */
const WEIGHT = { watching: 1, lately: 0.3, gone: 0.1 } as const;
const LATELY_MS = 5 * 60_000;
/** More than not looking at all, less than any look with something to find. */
const NEXT_TO_NOTHING = 1e-9;
/** Beyond this gathered hazard the formula's exponential says no more than "by all means". */
const MOST_HAZARD = 8;

const DAY_MS = 24 * 3_600_000;
/** Late payments are watched for a day after the QR's time (upstream behaviours 23). */
const EXPIRED_FOR_MS = DAY_MS;
/** A serial number that is missing at delivery is looked for this long, this often. */
const NOTE_FOR_MS = 10 * 60_000;
const NOTE_EVERY_MS = 15_000;
/** Looks after the end, counted from it: statuses have been seen to flip (upstream behaviours 16). */
const FOLLOW_UPS_MS = [10 * 60_000, 3_600_000, DAY_MS] as const;
/** The last of them comes a day after the end; if it gets no answer for an hour, that was that. */
export const LAST_LOOK_MS = DAY_MS + 3_600_000;
/** A look after the end that got no answer is tried again, without haste. */
const FOLLOW_UP_RETRY_MS = 60_000;

/** An order as tracking sees it, with nobody watching and nothing asked. */
export function trackedOf(order: OrderBrief, lookedAt: number): Tracked {
  return {
    status: order.status,
    group: order.category_id,
    changedAt: order.updated_at,
    lookedAt,
    noteMissing: order.status === 'succeeded' && order.note === null,
    followUps: order.follow_ups,
    watchedAt: 0,
    asked: false,
    doubtful: false,
  };
}

/**
 * What a look now is worth, in seconds of delay: 0 for not yet, Infinity for at once. Looks after the end
 * are worth next to nothing, so that they are made only when requests are to spare.
 */
export function worthOf(order: Tracked, now: number, hazards: Hazards): number {
  const since = now - order.lookedAt;
  if (order.doubtful) return since < SECOND_LOOK_MS ? 0 : Number.POSITIVE_INFINITY;
  if (order.asked) return since < LEAST_SPACING_MS ? 0 : Number.POSITIVE_INFINITY;
  const stage = stageOf(order, now);
  if (stage === null) return now >= plainDueAt(order, now) ? NEXT_TO_NOTHING : 0;
  if (since < spacingOf(order, now, stage)) return 0;
  return weightOf(order, now) * expectedDelay(order, now, stage, hazards) + NEXT_TO_NOTHING;
}

/** Whether the provider can have no more news of the order, so that it need not be kept in mind. */
export function isOver(order: Tracked, now: number): boolean {
  return stageOf(order, now) === null && plainDueAt(order, now) === Number.POSITIVE_INFINITY;
}

/** Whether a look now is one of the few that an order gets after its end. */
export function isFollowUp(order: Tracked, now: number): boolean {
  const planned = FOLLOW_UPS_MS[order.followUps] ?? Number.POSITIVE_INFINITY;
  return isEnded(order) && !order.doubtful && now - order.changedAt >= planned;
}

/** Whose request a look is: asked for by the buyer, routine, or only to be made when there are some to spare. */
export function classOf(order: Tracked, now: number): LookClass {
  if (order.asked) return 'signal';
  const stage = stageOf(order, now);
  return order.doubtful || (stage !== null && stage !== 'expired') ? 'routine' : 'spare';
}

/** The stage whose end the order waits for; null when it waits for none. */
export function stageOf({ status, changedAt }: Tracked, now: number): Stage | null {
  if (status === 'awaiting_payment' || status === 'processing') return status;
  return status === 'expired' && now - changedAt < EXPIRED_FOR_MS ? status : null;
}

/** How long nobody has looked at the order in its present state. */
export function unseenSeconds({ lookedAt, changedAt }: Tracked, now: number): number {
  return (now - Math.max(lookedAt, changedAt)) / 1000;
}

/** (e^H - 1)*t/2, in seconds: the worth of a look before it is weighed. */
function expectedDelay(order: Tracked, now: number, stage: Stage, hazards: Hazards): number {
  const age = Math.max(0, now - order.changedAt) / 1000;
  const unseen = Math.max(0, unseenSeconds(order, now));
  const gathered = Math.min(MOST_HAZARD, hazards.between(stage, order.group, age - unseen, age));
  return (Math.expm1(gathered) * unseen) / 2;
}

function spacingOf(order: Tracked, now: number, stage: Stage): number {
  if (order.watchedAt > now) return SPARE_SPACING_MS;
  const least = stage === 'expired' ? EXPIRED_SPACING_MS : SPARE_SPACING_MS;
  return Math.max(least, (now - order.changedAt) * UNWATCHED_SPACING_PER_AGE);
}

function weightOf({ watchedAt }: Tracked, now: number): number {
  if (watchedAt > now) return WEIGHT.watching;
  return now - watchedAt < LATELY_MS ? WEIGHT.lately : WEIGHT.gone;
}

function isEnded({ status }: Tracked): boolean {
  return status === 'succeeded' || status === 'failed';
}

function isNoteDue(order: Tracked, now: number): boolean {
  return order.noteMissing && now - order.changedAt < NOTE_FOR_MS;
}

/** When an order that waits for no change of stage is due: for its serial number, or after its end. */
function plainDueAt(order: Tracked, now: number): number {
  if (isNoteDue(order, now)) return order.lookedAt + NOTE_EVERY_MS;
  const planned = isEnded(order) ? FOLLOW_UPS_MS[order.followUps] : undefined;
  if (planned === undefined || now - order.changedAt > LAST_LOOK_MS) return Number.POSITIVE_INFINITY;
  return Math.max(order.changedAt + planned, order.lookedAt + FOLLOW_UP_RETRY_MS);
}
