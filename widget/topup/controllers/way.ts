import type { Order } from '../../../proxy/contract/order.ts';
import type { Failure } from '../api/failure.ts';
import type { Words } from '../i18n/words.ts';
import type { Actions } from '../state/scene.ts';
import type { Move, Screen } from '../state/screen.ts';
import type { CatalogController } from './catalog.ts';
import type { Session } from './session.ts';

/** What the flow does for its parts. */
export interface Way extends Actions {
  readonly catalog: CatalogController;
  readonly session: Session;
  readonly screen: Screen;
  /** The product the site wants chosen, by its sid. */
  readonly sid: string | null;
  go(move: Move): void;
  /** An order exists: follow it. */
  ordered(order: Order): void;
  /** The order that was open is left behind. */
  left(): void;
  /** Orders the same again. */
  buyAgain(order: Order): void;
  /** The focus belongs on the first wrong field rather than on the screen's heading. */
  showWrong(): void;
  /** Back to the form, which says what is wrong. */
  fix(): void;
  failed(failure: Failure): void;
  moved(order: Order, before: Order | null): void;
  /** Reads a sentence out. */
  say(pick: (words: Words) => string): void;
}
