import type { Catalog, Category } from '../../../proxy/contract/catalog.ts';
import type { Order } from '../../../proxy/contract/order.ts';
import type { Failure } from '../api/failure.ts';
import type { Lang, Words } from '../i18n/words.ts';
import type { Draft } from './draft.ts';
import type { Load } from './load.ts';
import type { Screen } from './screen.ts';
import type { Filter } from './search.ts';
import type { Buyer, Mine } from './storage.ts';
import type { Target } from './target.ts';

/** How sending the order goes. */
export type Sending =
  | { readonly state: 'idle' }
  | { readonly state: 'sending'; readonly again: boolean }
  | {
      readonly state: 'failed';
      readonly failure: Failure;
      readonly retryAt: number;
      readonly own: string | null;
    }
  | { readonly state: 'repriced'; readonly before: number };

/** How "I have paid" goes. */
export type Asking =
  | { readonly state: 'idle' | 'asking' | 'asked' }
  | { readonly state: 'failed'; readonly failure: Failure };

/** What every view may look at. Views change nothing: they call actions. */
export interface Scene {
  readonly words: Words;
  readonly lang: Lang;
  /** Unix milliseconds; moves on while a countdown is shown. */
  readonly now: number;
  readonly screen: Screen;
  /** True when the element shows one category only, so that there is no way back to a grid. */
  readonly pinned: boolean;
  /** The only type the element shows, or null for all. */
  readonly type: string | null;
  readonly catalog: Load<Catalog>;
  readonly category: Load<Category>;
  /** What is typed and pressed. */
  readonly filter: Filter;
  /** What the list shows: the same, one paint later. */
  readonly sought: Filter;
  /** How many entries of a long list are drawn: more, the further the buyer goes down. */
  readonly most: number;
  /** How many tiles the skeleton draws. */
  readonly skeletons: number;
  /** Orders made on this device, newest first. */
  readonly mine: readonly Mine[];
}

/** What the form and the check look at. */
export interface BuyingScene extends Scene {
  readonly draft: Draft | null;
  readonly sending: Sending;
  /** Targets of this category that the buyer wanted kept on this device, newest first. */
  readonly saved: readonly Target[];
}

/** What an order and the list of orders look at. */
export interface OrderingScene extends Scene {
  readonly order: Load<Order>;
  readonly asking: Asking;
  /** The order is known but its news cannot be reached right now. */
  readonly offline: boolean;
  /** Which copy button was pressed a moment ago. */
  readonly copied: string | null;
  /** The buyer wants to leave an order that is under way and is asked whether he means it. */
  readonly leaving: boolean;
}

/** What any view may ask for. */
export interface Actions {
  filter(change: Partial<Filter>): void;
  openCategory(id: string): void;
  back(): void;
  /** Opens an order made here, by its token. */
  open(token: string): void;
  /** Shows the orders made here. */
  showMine(): void;
  retry(): void;
}

/** What the form and the check may ask for. */
export interface BuyingActions {
  readonly way: Actions;
  choose(sid: string): void;
  target(typed: Target): void;
  /** The buyer has left a target field. */
  settle(name: string): void;
  buyer(typed: Partial<Buyer>): void;
  /** Whether the target is to be kept on this device. */
  keep(wanted: boolean): void;
  /** Removes a kept target. */
  discard(target: Target): void;
  review(): void;
  pay(): void;
}

/** What an order may ask for. */
export interface OrderingActions {
  readonly way: Actions;
  paid(): void;
  copy(what: string, text: string): void;
  share(order: Order, what: 'qr' | 'receipt' | 'print'): void;
  again(order: Order): void;
  leave(sure: boolean): void;
  stay(): void;
}
