import type { ReactiveControllerHost, TemplateResult } from 'lit';
import type { Scene } from '../state/scene.ts';
import type { Screen } from '../state/screen.ts';
import { Buying } from './buying.ts';
import { Ordering } from './ordering.ts';
import type { Session } from './session.ts';
import type { Way } from './way.ts';

/** Everything after the catalog. Loaded when it is needed, so that a page is not slowed down by who only reads. */
export class Purchase {
  readonly buying: Buying;
  readonly ordering: Ordering;

  constructor(host: ReactiveControllerHost, way: Way) {
    this.buying = new Buying(host, way);
    this.ordering = new Ordering(host, way);
  }

  /** Starts over with another proxy. */
  begin(session: Session): void {
    this.buying.begin(session);
    this.ordering.begin(session);
  }

  view(scene: Scene): TemplateResult {
    return this.#at(scene.screen).view(scene);
  }

  /** Whether something on this screen changes with the seconds. */
  ticks(screen: Screen): boolean {
    return this.#at(screen).ticks(screen);
  }

  #at({ at }: Screen): Buying | Ordering {
    return at === 'order' || at === 'mine' ? this.ordering : this.buying;
  }
}
