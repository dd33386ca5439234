import { html, nothing, type TemplateResult } from 'lit';
import { loaded } from '../state/load.ts';
import type { Actions, Scene } from '../state/scene.ts';
import { catalogView } from './catalog.ts';
import { categoryView } from './category.ts';
import { checkView } from './check.ts';
import { icon } from './icons.ts';
import { orderView } from './order.ts';
import { helpLink } from './pieces.ts';

const VIEWS = { catalog: catalogView, category: categoryView, check: checkView, order: orderView } as const;

/** The whole element: one screen, and beneath it what is true on every screen. */
export function panelView(scene: Scene, actions: Actions, announcement: string): TemplateResult {
  const { words, screen, lang } = scene;
  const order = screen.at === 'order' ? loaded(scene.order) : null;
  return html`<div class="frame" lang=${lang}>
    <section class="panel" part="panel" aria-label=${words.shared.region}>
      <div class="screen ${screen.at}" part="screen">${VIEWS[screen.at](scene, actions)}</div>
      <footer class="foot" part="footer">
        <span>${icon('shield')}${words.shared.foot}</span>
        ${order ? nothing : helpLink(scene)}
      </footer>
      <p class="hush" role="status">${announcement}</p>
    </section>
  </div>`;
}
