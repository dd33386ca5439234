import { createHash, randomBytes } from 'node:crypto';
import type { ConsoleNotices } from '../contract/console-notices.ts';
import { ProblemError } from '../contract/problem-error.ts';
import type { Seal } from '../ops/seal.ts';
import type { Alert } from '../store/alerts.ts';
import type { ConsoleStore } from '../store/console.ts';
import type { OrderRow } from '../store/orders.ts';
import type { NoticeRow, Outbox } from '../store/outbox.ts';
import { profitOf } from './orders.ts';

/** What notices need. */
export interface NoticesParts {
  readonly kept: ConsoleStore;
  readonly outbox: Outbox;
  readonly seal: Seal;
  /** Sends once. */
  readonly send: (
    url: string,
    message: { id: string; body: string },
    secrets: readonly string[],
  ) => Promise<{ ok: boolean; answer: string }>;
  /** Whether anything may be sent to this address. */
  readonly isAllowed: (url: string) => Promise<boolean>;
  /** When an order last changed; null: there is none. */
  readonly lastChange: () => Promise<number | null>;
  /** Orders that changed since then (epoch ms): what a process that died may not have noted. */
  readonly changedSince: (since: number) => Promise<readonly OrderRow[]>;
  readonly onTrouble: (error: unknown) => void;
}

interface Secrets {
  readonly now: string;
  /** The one before, which signs along until then (epoch ms). */
  readonly before: { readonly secret: string; readonly until: number } | null;
}

const PURPOSE = 'webhook-secret';
const EVENTS: Readonly<Partial<Record<OrderRow['status'], string>>> = {
  processing: 'order.paid',
  succeeded: 'order.succeeded',
  failed: 'order.failed',
  unconfirmed: 'order.unconfirmed',
};
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** After each try that failed; what is not taken in three days is given up (the pace Standard Webhooks recommends). */
const PAUSES = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];
const LOOK_EVERY_MS = 2 * SECOND;
const AT_ONCE = 4;
const KEEP_MS = 30 * 24 * HOUR;
const SHOWN = 50;
const SIGNS_ALONG_MS = 24 * HOUR;

/** Tells the reseller's own server what happens: signed, from a stored outbox, tried for three days. */
export class Notices {
  readonly #parts: NoticesParts;
  #url = '';
  #secrets: Secrets | null = null;
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();
  #isBusy = false;
  #notedUntil = 0;
  #isStopped = false;

  constructor(parts: NoticesParts) {
    this.#parts = parts;
  }

  /** To be called before any order is moved: what the process before may not have noted is from its last hour. */
  async prepare(): Promise<void> {
    this.#notedUntil = Math.min((await this.#parts.lastChange()) ?? Date.now(), Date.now()) - HOUR;
  }

  /** Reads where notices go, and begins to send those that wait. */
  async start(): Promise<void> {
    this.#url = (await this.#parts.kept.setting('webhook_url')) ?? '';
    const kept = await this.#parts.kept.setting('webhook_secret');
    const opened = kept === null ? null : this.#parts.seal.open(kept, PURPOSE);
    this.#secrets = opened === null ? null : (JSON.parse(opened) as Secrets);
    await this.#parts.outbox.prune(Date.now() - KEEP_MS);
    if (this.#isPointed) {
      for (const order of await this.#parts.changedSince(this.#notedUntil)) this.onOrder(order);
    }
    this.#timer = setInterval(this.#look, LOOK_EVERY_MS).unref();
    this.#look();
  }

  /** Sends nothing more; resolves when what is on its way has arrived. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#isStopped = true;
    await this.#round;
  }

  async show(): Promise<Omit<ConsoleNotices, 'lowBalance'>> {
    const notices = await this.#parts.outbox.latest(SHOWN);
    return {
      url: this.#url,
      hasSecret: this.#secrets !== null,
      notices: notices.map(({ id, type, state, attempts, answer, created_at }) => ({
        id,
        type,
        state,
        attempts,
        answer,
        createdAt: new Date(created_at).toISOString(),
      })),
    };
  }

  /**
   * From now on notices go there; empty: nowhere.
   * @throws ProblemError `invalid_input` for an address that nothing would ever be sent to.
   */
  async point(url: string): Promise<void> {
    if (url !== '' && !(await this.#parts.isAllowed(url)))
      throw new ProblemError('invalid_input', { fields: { url: 'invalid' } });
    await this.#parts.kept.set('webhook_url', url, Date.now());
    this.#url = url;
  }

  /** Makes a new secret; the one before signs along for a day. @returns the new one, which is shown this once. */
  async renewSecret(now: number = Date.now()): Promise<string> {
    const secret = `whsec_${randomBytes(32).toString('base64')}`;
    const before = this.#secrets && { secret: this.#secrets.now, until: now + SIGNS_ALONG_MS };
    const secrets: Secrets = { now: secret, before };
    await this.#parts.kept.set(
      'webhook_secret',
      this.#parts.seal.close(JSON.stringify(secrets), PURPOSE),
      now,
    );
    this.#secrets = secrets;
    return secret;
  }

  /**
   * Notes that an order has changed. Its id is made of the time of its status, so that it is told once, also when a
   * serial number comes later or it is noted again after a restart.
   */
  readonly onOrder = (order: OrderRow): void => {
    const type = EVENTS[order.status];
    if (type === undefined) return;
    const { code, mode, status, status_at, category_name, service_name, price, cost } = order;
    this.#add(`msg_${order.id}_${status_at}`, type, {
      code,
      mode,
      status,
      category: category_name,
      service: service_name,
      price,
      cost,
      profit: profitOf(order),
    });
  };

  /** Notes an alert; the same one is told once an hour at most. */
  readonly onAlert = ({ kind, subject, detail }: Alert): void => {
    const hour = Math.floor(Date.now() / HOUR);
    const id = createHash('sha256').update(`${kind} ${subject} ${hour}`).digest('base64url').slice(0, 22);
    this.#add(`msg_alert_${id}`, 'alert.raised', { kind, subject, detail });
  };

  /** Sends something to see whether it arrives. */
  test(): void {
    this.#add(`msg_test_${randomBytes(9).toString('base64url')}`, 'test', { hello: 'zul-topup' });
  }

  /** Sends one again that was given up. */
  async again(id: string): Promise<void> {
    await this.#parts.outbox.again(id, Date.now());
    this.#look();
  }

  /** Whether there is somewhere to send to, and something to sign with. */
  get #isPointed(): boolean {
    return this.#url !== '' && this.#secrets !== null;
  }

  #add(id: string, type: string, data: object): void {
    if (!this.#isPointed) return;
    const now = Date.now();
    const body = JSON.stringify({ type, timestamp: new Date(now).toISOString(), data });
    this.#parts.outbox.add({ id, type, body }, now).then(this.#look, this.#parts.onTrouble);
  }

  readonly #look = (): void => {
    if (this.#isBusy || !this.#isPointed) return;
    this.#isBusy = true;
    this.#round = this.#sendDue()
      .catch(this.#parts.onTrouble)
      .finally(() => {
        this.#isBusy = false;
      });
  };

  async #sendDue(): Promise<void> {
    while (!this.#isStopped) {
      const due = await this.#parts.outbox.due(Date.now(), AT_ONCE);
      if (due.length === 0) return;
      await Promise.all(due.map((notice) => this.#send(notice)));
    }
  }

  async #send({ id, body, attempts }: NoticeRow): Promise<void> {
    const { now: secret = '', before = null } = this.#secrets ?? {};
    const secrets = before && before.until > Date.now() ? [secret, before.secret] : [secret];
    const { ok, answer } = await this.#parts.send(this.#url, { id, body }, secrets);
    const pause = PAUSES[attempts];
    const state = ok ? 'delivered' : pause === undefined ? 'given_up' : 'waiting';
    // A fifth earlier or later, so that a server that comes back is not met by everything at once.
    const nextAt = Date.now() + (pause ?? 0) * (0.8 + Math.random() * 0.4);
    await this.#parts.outbox.tried(id, { state, answer, nextAt: Math.round(nextAt) });
  }
}
