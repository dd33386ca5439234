import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { auditBuyers, auditPlacing, type Books } from './audit.ts';
import { Buyer } from './buyer.ts';
import type { Chance } from './chance.ts';
import type { Findings } from './findings.ts';
import { type KillPoint, Trigger } from './kill-points.ts';
import { LedgerProvider } from './ledger-provider.ts';
import { type Offer, offersOf } from './offers.ts';
import { ProxyProcess } from './proxy-process.ts';

const MOST_BUYERS = 6;
const FEWEST_BUYERS = 3;
const SHARE_PRESSING_TWICE = 0.3;
const SHARE_OF_EARLY_BUYERS = 0.5;
/** Buyers press the button within this time, so that their orders are in different states when it ends. */
const SPREAD_MS = 40;
/** The "any time" of its point: most of a burst of creates happens in it. */
const ANY_TIME_MS = 60;
/** How long a point may take to be reached once every buyer has his answer. */
const PATIENCE_MS = 300;
/** All other moments come once for every buyer. */
const HAPPENS_ONCE = new Set<KillPoint['when']>(['at once', 'any time', 'services asked']);
/** A proxy that has just started must have answered everybody by then. */
const UNTIL_TOLD_MS = 15_000;
/** Share of starts that are killed too, at any time of what a start takes. */
const SHARE_OF_KILLED_STARTS = 0.15;
const LONGEST_START_MS = 800;
/** Buyers of earlier cycles who come back in each cycle. */
const COMING_BACK = 3;

/** One proxy on one file that is killed and started over and over, with its provider and its buyers. */
export class FaultShop {
  readonly #main: string;
  readonly #folder: string;
  readonly #provider: LedgerProvider;
  readonly #chance: Chance;
  readonly #findings: Findings;
  readonly #everybody: Buyer[] = [];
  #process: ProxyProcess;
  #url = '';
  #offers: readonly Offer[] = [];

  private constructor(
    main: string,
    folder: string,
    provider: LedgerProvider,
    chance: Chance,
    findings: Findings,
  ) {
    this.#main = main;
    this.#folder = folder;
    this.#provider = provider;
    this.#chance = chance;
    this.#findings = findings;
    this.#process = this.#spawn();
  }

  /** Opens one on a fresh file. @param main the compiled proxy. */
  static async open(main: string, chance: Chance, findings: Findings): Promise<FaultShop> {
    const folder = await mkdtemp(join(tmpdir(), 'zul-topup-faults-'));
    const shop = new FaultShop(main, folder, await LedgerProvider.start(chance), chance, findings);
    // The very first start makes the file and the key: it must bear being killed too.
    await shop.#killInStart(shop.#process);
    await shop.#start();
    shop.#offers = await offersOf(shop.#url);
    return shop;
  }

  /** Buyers order, the proxy is killed at `point` and started again, the buyers come back, books are compared. */
  async cycle(number: number, point: KillPoint): Promise<void> {
    const buyers = this.#newBuyers();
    // One has his QR already when it happens.
    if (this.#chance.is(SHARE_OF_EARLY_BUYERS)) await orderAndSave(buyers[0], this.#url);
    const reached = await this.#crash(point, buyers);
    const before = buyers.filter(({ told }) => told?.kind === 'acknowledged');
    await this.#restart();
    const books = this.#books(`in cycle ${number}, killed: ${point.label}`);
    auditPlacing(books);
    await Promise.all(buyers.map((buyer) => buyer.orderUntilTold(this.#url, UNTIL_TOLD_MS)));
    auditPlacing(books);
    // Once more with the same key: nothing may be sent for it, and the answer must be the same.
    await Promise.all(buyers.map((buyer) => buyer.order(this.#url)));
    const back = Array.from({ length: COMING_BACK }, () => this.#chance.pick(this.#everybody));
    const [first, ...others] = back.filter((buyer) => buyer !== undefined);
    await auditBuyers(books, [...buyers, ...others], false);
    await auditBuyers(books, first ? [...before, first] : before, true);
    this.#everybody.push(...buyers);
    this.#findings.count(point, {
      cycles: 1,
      reached: reached ? 1 : 0,
      buyers: buyers.length,
      acknowledgedBefore: before.length,
      acknowledgedAfter: buyers.filter(({ told }) => told?.kind === 'acknowledged').length - before.length,
      unconfirmed: buyers.filter(({ told }) => told?.kind === 'unconfirmed').length,
    });
  }

  /** Compares everything once more, stops the proxy as an operator would, and clears up if all was well. */
  async close(): Promise<void> {
    await auditBuyers(this.#books('at the end'), this.#everybody, false);
    await this.#process.stop();
    auditPlacing(this.#books('after the end'));
    await this.#provider.close();
    if (this.#findings.isClean) await rm(this.#folder, { recursive: true, force: true });
    else console.error(`  The orders are kept for you to look at in ${this.#folder}`);
  }

  /** For when the run breaks off: leaves no process behind. */
  abandon(): void {
    this.#process.kill();
  }

  async #crash(point: KillPoint, buyers: readonly Buyer[]): Promise<boolean> {
    const isAtStart = point.when === 'services asked';
    this.#provider.pictures = point.when === 'picture asked' ? 1 : 0.25;
    if (isAtStart) {
      this.#process.kill();
      await this.#process.exited;
      this.#process = this.#spawn();
    }
    const doomed = this.#process;
    const most = HAPPENS_ONCE.has(point.when) ? 1 : buyers.filter(({ told }) => told === null).length;
    const trigger = new Trigger(point, this.#chance, most, () => doomed.kill());
    this.#provider.onMoment = (moment) => trigger.reach(moment);
    const url = isAtStart ? await doomed.listening.catch(() => null) : this.#url;
    if (url !== null) await this.#orderUntilKilled(url, doomed, trigger, buyers);
    doomed.kill();
    await doomed.exited;
    this.#provider.onMoment = () => 'go';
    return trigger.fired;
  }

  async #orderUntilKilled(
    url: string,
    doomed: ProxyProcess,
    trigger: Trigger,
    buyers: readonly Buyer[],
  ): Promise<void> {
    const orders = Promise.all(
      buyers.map(async (buyer) => {
        await sleep(this.#chance.between(0, SPREAD_MS));
        if (buyer.told === null) await orderAndSave(buyer, url, () => trigger.reach('201 read'));
      }),
    );
    trigger.reach('at once');
    setTimeout(() => trigger.reach('any time'), this.#chance.between(0, ANY_TIME_MS));
    await Promise.race([doomed.exited, orders.then(() => sleep(PATIENCE_MS))]);
    doomed.kill();
    await orders;
  }

  async #restart(): Promise<void> {
    if (this.#chance.is(SHARE_OF_KILLED_STARTS)) await this.#killInStart(this.#spawn());
    await this.#start();
  }

  async #start(): Promise<void> {
    this.#process = this.#spawn();
    this.#url = await this.#process.listening;
  }

  async #killInStart(starting: ProxyProcess): Promise<void> {
    await sleep(this.#chance.between(0, LONGEST_START_MS));
    starting.kill();
    await starting.exited;
    this.#findings.interruptedStarts += 1;
  }

  #spawn(): ProxyProcess {
    return new ProxyProcess(this.#main, this.#provider.apiUrl, this.#file);
  }

  get #file(): string {
    return join(this.#folder, 'shop.db');
  }

  #books(where: string): Books {
    return {
      url: this.#url,
      file: this.#file,
      provider: this.#provider,
      findings: this.#findings,
      where,
    };
  }

  #newBuyers(): Buyer[] {
    return Array.from({ length: this.#chance.between(FEWEST_BUYERS, MOST_BUYERS) }, (_, at) => {
      const offer = this.#chance.pick(this.#offers);
      if (!offer) throw new Error('the shop has nothing to sell');
      return new Buyer(this.#everybody.length + at, offer, this.#chance.is(SHARE_PRESSING_TWICE));
    });
  }
}

async function orderAndSave(
  buyer: Buyer | undefined,
  url: string,
  onAcknowledged?: () => void,
): Promise<void> {
  await buyer?.order(url, onAcknowledged);
  await buyer?.savePicture(url);
}
