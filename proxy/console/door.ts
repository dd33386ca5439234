import { createHash, randomBytes } from 'node:crypto';
import { ProblemError } from '../contract/problem-error.ts';
import type { ConsoleSessionRow, ConsoleStore } from '../store/console.ts';
import { hashPassword, isPassword } from './password.ts';
import type { SetupLink } from './setup-link.ts';

/** What the door needs. */
export interface DoorParts {
  readonly kept: ConsoleStore;
  readonly link: SetupLink;
  /** From the environment; null: the one chosen by the link. */
  readonly fixedPassword: string | null;
}

/** A browser that is signed in, as the console shows it. */
export interface SignedIn {
  readonly id: string;
  readonly device: string;
  /** Epoch ms. */
  readonly createdAt: number;
  readonly seenAt: number;
}

/** A phone that manages the shop every few weeks stays signed in. */
export const IDLE_MS = 30 * 24 * 60 * 60_000;
/** How exact "last seen" is: not every request is worth a write. */
const SEEN_EVERY_MS = 5 * 60_000;
const MOST_DEVICE = 200;
/** Tries wait for one another, so that guessing takes one core at most, whatever comes in. */
const MOST_WAITING = 20;
const BUSY_MS = 5_000;

/** Who may come in to the console. */
export class Door {
  readonly #parts: DoorParts;
  #tries: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(parts: DoorParts) {
    this.#parts = parts;
  }

  /**
   * To be called before the first visitor: a password in the environment takes the place of the one that was, and
   * who came in with that one is out.
   */
  async prepare(): Promise<void> {
    const { fixedPassword } = this.#parts;
    if (fixedPassword !== null && !(await this.#isRight(fixedPassword))) await this.#change(fixedPassword);
  }

  /** Whether nobody can come in yet but by the one-time link. */
  async isUnset(): Promise<boolean> {
    return (await this.#parts.kept.setting('password')) === null;
  }

  /**
   * Chooses the password with the one-time link, which is void then, and ends every session there was.
   * @returns what the browser's cookie shall hold.
   * @throws ProblemError `unauthorized` when the link is not the last one made, is spent or too old, or when the
   * environment sets the password.
   */
  async choose(secret: string, password: string, device: string): Promise<string> {
    const { fixedPassword, link } = this.#parts;
    if (fixedPassword !== null || !link.fits(secret)) throw new ProblemError('unauthorized');
    link.spend();
    await this.#change(password);
    return this.#open(device);
  }

  /** @returns what the browser's cookie shall hold. @throws ProblemError `unauthorized` on a wrong password. */
  async signIn(password: string, device: string): Promise<string> {
    if (!(await this.#inTurn(() => this.#isRight(password)))) throw new ProblemError('unauthorized');
    return this.#open(device);
  }

  /** The session a cookie stands for. @throws ProblemError `unauthorized` when there is none. */
  async session(cookie: string | undefined): Promise<SignedIn> {
    const now = Date.now();
    const row = cookie === undefined ? null : await this.#parts.kept.session(idOf(cookie), now - IDLE_MS);
    if (row === null) throw new ProblemError('unauthorized');
    if (now - row.seen_at > SEEN_EVERY_MS) await this.#parts.kept.seen(row.id, now);
    return shown(row);
  }

  /** Every browser that is signed in, the latest first. */
  async sessions(): Promise<SignedIn[]> {
    return (await this.#parts.kept.sessions(Date.now() - IDLE_MS)).map(shown);
  }

  async end(id: string): Promise<void> {
    await this.#parts.kept.endSession(id);
  }

  async endAll(): Promise<void> {
    await this.#parts.kept.endAllSessions();
  }

  async #isRight(password: string): Promise<boolean> {
    const hash = await this.#parts.kept.setting('password');
    return hash !== null && isPassword(password, hash);
  }

  async #change(password: string): Promise<void> {
    await this.#parts.kept.set('password', await hashPassword(password), Date.now());
    await this.#parts.kept.endAllSessions();
  }

  #inTurn<T>(attempt: () => Promise<T>): Promise<T> {
    if (this.#waiting >= MOST_WAITING) throw new ProblemError('rate_limited', { retryAfterMs: BUSY_MS });
    this.#waiting += 1;
    const mine = this.#tries.then(attempt).finally(() => {
      this.#waiting -= 1;
    });
    this.#tries = mine.catch(() => undefined);
    return mine;
  }

  async #open(device: string): Promise<string> {
    const cookie = randomBytes(32).toString('base64url');
    await this.#parts.kept.addSession(idOf(cookie), device.slice(0, MOST_DEVICE), Date.now());
    return cookie;
  }
}

function shown({ id, device, created_at, seen_at }: ConsoleSessionRow): SignedIn {
  return { id, device, createdAt: created_at, seenAt: seen_at };
}

function idOf(cookie: string): string {
  return createHash('sha256').update(cookie).digest('base64url');
}
