import type { Catalog } from '../contract/catalog.ts';
import type { ConsoleShop } from '../contract/console-shop.ts';
import type { ConsoleStore } from '../store/console.ts';
import type { RefusedSiteStore } from '../store/refused-sites.ts';

type Shop = Catalog['shop'];

/** What the settings begin with. */
export interface SettingsParts {
  readonly kept: ConsoleStore;
  readonly refused: RefusedSiteStore;
  /** As the environment has it. */
  readonly shop: Shop;
  readonly origins: readonly string[];
  readonly onTrouble: (error: unknown) => void;
}

/** A page that is refused asks again and again, and strangers can ask as often as they like. */
const WRITE_EVERY_MS = 60_000;
const MOST_COUNTED = 200;
/** However many sites strangers make up, the disk has this much of it. */
const WRITES_A_MINUTE = 100;

/**
 * What the reseller says of his shop while it runs. What was set here holds until the environment's own value changes;
 * sites are those of both.
 */
export class ShopSettings {
  readonly #parts: SettingsParts;
  #shop: Shop;
  #own: readonly string[] = [];
  #allowed: readonly string[];
  #isSet = false;
  #changes: Promise<unknown> = Promise.resolve();
  #writes = { since: 0, count: 0 };
  readonly #counted = new Map<string, { times: number; writtenAt: number }>();

  constructor(parts: SettingsParts) {
    this.#parts = parts;
    this.#shop = parts.shop;
    this.#allowed = parts.origins;
  }

  /** To be called before the first visitor. */
  async prepare(): Promise<void> {
    const { kept, shop } = this.#parts;
    const [said, sites] = await Promise.all([kept.setting('shop'), kept.setting('sites')]);
    if (sites !== null) this.#take(JSON.parse(sites) as string[]);
    if (said === null) return;
    const { now, environment } = JSON.parse(said) as { now: Shop; environment: Shop };
    this.#isSet = true;
    this.#shop = {
      name: environment.name === shop.name ? now.name : shop.name,
      help: environment.help === shop.help ? now.help : shop.help,
    };
  }

  /** The shop as buyers see it; the same object until it changes. */
  readonly shop = (): Shop => this.#shop;

  /** Sites that may show the shop. */
  readonly allowed = (): readonly string[] => this.#allowed;

  /** Whether the reseller has said anything of his shop yet. */
  get isSet(): boolean {
    return this.#isSet;
  }

  /** Everything as the console shows it. @param address how browsers reach the shop. */
  async show(address: string): Promise<ConsoleShop> {
    const refused = await this.#parts.refused.list();
    return {
      ...this.#shop,
      address,
      sites: this.#allowed.map((origin) => ({ origin, isFixed: this.#parts.origins.includes(origin) })),
      refused: refused.map(({ origin, times, lastAt }) => ({
        origin,
        times,
        lastAt: new Date(lastAt).toISOString(),
      })),
    };
  }

  /** Holds from the next request on. */
  async rename(now: Shop): Promise<void> {
    await this.#parts.kept.set('shop', JSON.stringify({ now, environment: this.#parts.shop }), Date.now());
    this.#shop = now;
    this.#isSet = true;
  }

  /** Lets a site show the shop. @param origin as browsers name it. */
  async allow(origin: string): Promise<void> {
    await this.#change((own) => [...new Set([...own, origin])]);
    await this.#parts.refused.remove(origin);
    this.#counted.delete(origin);
  }

  /** Takes a site off again, unless the environment has it; or off the list of those that tried. */
  async forget(origin: string): Promise<void> {
    await this.#change((own) => own.filter((one) => one !== origin));
    await this.#parts.refused.remove(origin);
  }

  /** Notes that a site was refused. */
  readonly onRefused = (origin: string): void => {
    if (!/^https?:\/\/[\w.:-]{1,100}$/i.test(origin)) return;
    const now = Date.now();
    const counted = this.#counted.get(origin) ?? { times: 0, writtenAt: 0 };
    counted.times += 1;
    // Put last: who has not been seen for longest makes room.
    this.#counted.delete(origin);
    this.#counted.set(origin, counted);
    const [oldest] = this.#counted.keys();
    if (this.#counted.size > MOST_COUNTED && oldest !== undefined) this.#counted.delete(oldest);
    if (now - counted.writtenAt < WRITE_EVERY_MS || !this.#mayWrite(now)) return;
    const { times } = counted;
    this.#counted.set(origin, { times: 0, writtenAt: now });
    this.#parts.refused.add(origin.toLowerCase(), times, now).catch(this.#parts.onTrouble);
  };

  #mayWrite(now: number): boolean {
    if (now - this.#writes.since >= WRITE_EVERY_MS) this.#writes = { since: now, count: 0 };
    this.#writes.count += 1;
    return this.#writes.count <= WRITES_A_MINUTE;
  }

  /** One change after the other, so that none is lost between another's reading and writing. */
  #change(change: (own: readonly string[]) => readonly string[]): Promise<void> {
    const mine = this.#changes.then(async () => {
      const own = change(this.#own);
      await this.#parts.kept.set('sites', JSON.stringify(own), Date.now());
      this.#take(own);
    });
    this.#changes = mine.catch(() => undefined);
    return mine;
  }

  #take(own: readonly string[]): void {
    this.#own = own;
    this.#allowed = [...new Set([...this.#parts.origins, ...own])];
  }
}
