import type { Seal } from '../ops/seal.ts';
import type { ConsoleStore } from '../store/console.ts';

const SETTING = 'key';
const PURPOSE = 'zultopup-api-key';
const NO_KEY = 'none';

/** The key to begin with, and where it is from. */
export interface FoundKey {
  readonly key: string | null;
  readonly from: KeySource | null;
  /** A key was kept, but SECRET_KEY is another one by now. */
  readonly isLocked: boolean;
}

/** Where the key in force is from. */
export type KeySource = 'environment' | 'console';

/**
 * The key that the console was given, sealed. The environment's wins when it changes: with the kept key stands a mark
 * of what the environment said then.
 */
export class KeptKey {
  readonly #kept: ConsoleStore;
  readonly #seal: Seal;
  readonly #fromEnvironment: string | null;

  /** @param fromEnvironment ZULTOPUP_API_KEY as it is now. */
  constructor(kept: ConsoleStore, seal: Seal, fromEnvironment: string | null) {
    this.#kept = kept;
    this.#seal = seal;
    this.#fromEnvironment = fromEnvironment;
  }

  /** The key that is in force at the start. */
  async find(): Promise<FoundKey> {
    const given = this.#fromEnvironment;
    const environment = { key: given, from: given === null ? null : 'environment', isLocked: false } as const;
    const kept = await this.#kept.setting(SETTING);
    if (kept === null) return environment;
    const { sealed, environment: then } = JSON.parse(kept) as { sealed: string; environment: string };
    if (given !== null && then !== this.#mark()) return environment;
    const key = this.#seal.open(sealed, PURPOSE);
    return key === null ? { ...environment, isLocked: true } : { key, from: 'console', isLocked: false };
  }

  /** Keeps a key the console was given; from now on it counts until the environment says something new. */
  async keep(key: string): Promise<void> {
    const value = JSON.stringify({ sealed: this.#seal.close(key, PURPOSE), environment: this.#mark() });
    await this.#kept.set(SETTING, value, Date.now());
  }

  #mark(): string {
    return this.#fromEnvironment === null ? NO_KEY : this.#seal.markOf(this.#fromEnvironment);
  }
}
