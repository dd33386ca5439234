import { html, type TemplateResult } from 'lit';
import { fill } from '../i18n/say.ts';
import type { OrderingActions, OrderingScene } from '../state/scene.ts';
import { icon } from './icons.ts';

/** A button that copies, and says so for a moment. */
export function copyButton(
  { words, copied }: OrderingScene,
  actions: OrderingActions,
  what: string,
  text: string,
  name: string,
): TemplateResult {
  const done = copied === what;
  return html`<button
    type="button"
    class="chip copy ${done ? 'on' : ''}"
    aria-label=${done ? words.shared.copied : fill(words.shared.copyOf, name)}
    @click=${() => actions.copy(what, text)}
  >
    ${icon(done ? 'check' : 'copy')}${done ? words.shared.copied : words.shared.copy}
  </button>`;
}
