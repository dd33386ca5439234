import type { ConsoleAccount } from '../contract/console-account.ts';
import type { KeyedAsk, ProviderAccess } from '../provider/access.ts';
import { ProviderClient, type ProviderSignIn } from '../provider/client.ts';
import { ProviderRefused, ProviderUncertain } from '../provider/errors.ts';
import type { FoundKey, KeptKey, KeySource } from './kept-key.ts';
import { asProblem } from './provider-problem.ts';

/** What managing the account needs. */
export interface AccountParts {
  readonly access: ProviderAccess;
  readonly kept: KeptKey;
  readonly signIn: Pick<ProviderSignIn, 'login' | 'register'>;
  /** Makes a key ready to ask with, under its own budget. */
  readonly withKey: (key: string) => Promise<KeyedAsk>;
  /** Told after a new key is in force. */
  readonly onConnected: () => void;
}

/** What became of a wish for a new key. */
export type Regenerated = 'changed' | 'unchanged' | 'lost' | 'unknown';

/** The reseller's account at the provider: how the shop comes to its key, and to another one. */
export class AccountKeys {
  readonly #parts: AccountParts;
  #from: KeySource | null = null;
  #isLocked = false;
  #regenerating: Promise<Regenerated> | null = null;

  constructor(parts: AccountParts) {
    this.#parts = parts;
  }

  /** To be called before the first request to the provider: takes the key that is kept or given. */
  async prepare(): Promise<FoundKey> {
    const found = await this.#parts.kept.find();
    this.#from = found.from;
    this.#isLocked = found.isLocked;
    if (found.key !== null) this.#parts.access.use(await this.#parts.withKey(found.key));
    return found;
  }

  /** What may be shown of the key. */
  state(): ConsoleAccount {
    const { access } = this.#parts;
    return {
      isConnected: access.isSet,
      keyEnding: access.ending,
      keyFrom: this.#from,
      isRefused: access.isRefused,
      isLocked: this.#isLocked,
    };
  }

  /** Signs in at the provider; its password is used this once. @throws ProblemError in the reseller's words. */
  async logIn(userId: string, password: string): Promise<void> {
    await this.#take(() => this.#parts.signIn.login(userId, password));
  }

  /** Opens an account at the provider. @throws ProblemError in the reseller's words. */
  async register(account: Parameters<ProviderSignIn['register']>[0]): Promise<void> {
    await this.#take(() => this.#parts.signIn.register(account));
  }

  /** Takes a key that was copied from the provider's dashboard, if it opens an account. @throws ProblemError */
  async paste(key: string): Promise<void> {
    await this.#take(async () => {
      await new ProviderClient((await this.#parts.withKey(key)).ask).account();
      return key;
    });
  }

  /**
   * Has the provider make a new key and takes it in one step. When its answer is lost, the old key is tried:
   * `unchanged` when it still opens the account, `lost` when it does not, so that only a new sign-in helps, `unknown`
   * when that cannot be told either.
   * @throws ProblemError when the provider says no, or cannot be asked.
   */
  regenerate(): Promise<Regenerated> {
    this.#regenerating ??= this.#regenerate().finally(() => {
      this.#regenerating = null;
    });
    return this.#regenerating;
  }

  async #regenerate(): Promise<Regenerated> {
    const client = new ProviderClient(this.#parts.access);
    try {
      await this.#keep(await client.regenerateKey());
      return 'changed';
    } catch (error) {
      if (!(error instanceof ProviderUncertain)) throw asProblem(error);
    }
    try {
      await client.account();
      return 'unchanged';
    } catch (error) {
      return error instanceof ProviderRefused && error.reason === 'key_wrong' ? 'lost' : 'unknown';
    }
  }

  async #take(find: () => Promise<string>): Promise<void> {
    try {
      await this.#keep(await find());
    } catch (error) {
      throw asProblem(error);
    }
  }

  /** On the disk first: a key that only the process knows is lost with it. */
  async #keep(key: string): Promise<void> {
    await this.#parts.kept.keep(key);
    this.#parts.access.use(await this.#parts.withKey(key));
    this.#from = 'console';
    this.#isLocked = false;
    this.#parts.onConnected();
  }
}
