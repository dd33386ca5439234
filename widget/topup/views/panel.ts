import { html, nothing, type TemplateResult } from 'lit';
import type { Actions, Scene } from '../state/scene.ts';
import { catalogView } from './catalog.ts';
import { icon } from './icons.ts';
import { head, helpLink, notLoaded } from './pieces.ts';

/**
 * The whole element: one screen, and beneath it what is true on every screen.
 * @param part the screen when it belongs to a part; null while that is being loaded.
 * @param broken whether it could not be loaded.
 */
export function panelView(
  scene: Scene,
  actions: Actions,
  part: TemplateResult | null,
  broken: boolean,
  announcement: string,
): TemplateResult {
  const { words, screen, lang } = scene;
  const content = screen.at === 'catalog' ? catalogView(scene, actions) : (part ?? waiting(scene, broken));
  return html`<div class="frame" lang=${lang}>
    <section class="panel" part="panel" aria-label=${words.shared.region}>
      <slot name="header"></slot>
      <div class="screen ${screen.at}" part="screen">${content}</div>
      <footer class="foot" part="footer">
        <span>${icon('shield')}${words.shared.foot}</span>
        ${screen.at === 'mine' ? nothing : html`<button type="button" class="help" @click=${() => actions.showMine()}>${words.shared.mine}</button>`}
        ${screen.at === 'order' ? nothing : helpLink(scene)}
      </footer>
      <slot name="footer"></slot>
      <p class="hush" role="status">${announcement}</p>
    </section>
  </div>`;
}

/** While a part is being loaded, or when it could not be: after an upgrade its file may be gone for good. */
function waiting({ words }: Scene, broken: boolean): TemplateResult {
  return html`${head(broken ? words.catalog.title : words.catalog.loading)}
    <div class="body">${broken ? notLoaded(words, words.failed.reloadText, words.failed.reload, () => location.reload()) : html`<span class="tile bone"><span class="cover"></span></span>`}</div>`;
}
