import { html, type nothing, type TemplateResult } from 'lit';
import type { Scene } from '../state/scene.ts';
import { icon } from './icons.ts';

/**
 * The `button` layout: a button, and the shop in the browser's own dialog, which keeps and returns the focus.
 * @param isWaiting an order is under way: after a reload nothing else on the page would say so.
 */
export function dialogView(
  { words }: Scene,
  shop: { open(): Promise<void>; close(): void },
  isWaiting: boolean,
  panel: TemplateResult | typeof nothing,
): TemplateResult {
  // The button to close stands last, so that the focus goes to the heading first.
  // A press on what is around the dialog goes to the dialog itself.
  const leave = (event: Event) => {
    if (event.target === event.currentTarget) shop.close();
  };
  return html`<div class="frame">
      <button type="button" class="button main" part="trigger" aria-haspopup="dialog" @click=${() => void shop.open()}>
        ${isWaiting ? words.shared.resume : html`<slot name="trigger">${words.shared.open}</slot>`}
      </button>
    </div>
    <dialog part="dialog" aria-label=${words.shared.region} @click=${leave}>
      ${panel}
      <div class="frame shut">
        <button type="button" class="round" aria-label=${words.shared.close} @click=${() => shop.close()}>${icon('close')}</button>
      </div>
    </dialog>`;
}
