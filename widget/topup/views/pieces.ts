import { html, nothing, type TemplateResult } from 'lit';
import { formatRupiah } from '../../kit/money.ts';
import type { Failure } from '../api/failure.ts';
import { fill, problemText } from '../i18n/say.ts';
import type { Words } from '../i18n/words.ts';
import type { Actions, Scene } from '../state/scene.ts';
import { icon } from './icons.ts';

/** The top of a screen. Its heading takes the focus when the screen changes. */
export function head(
  title: string,
  parts: {
    over?: string | undefined;
    back?: { label: string; go: () => void } | undefined;
    aside?: TemplateResult | undefined;
    /** Stands over a narrow column, so its heading lines up with it. */
    isNarrow?: boolean;
  } = {},
): TemplateResult {
  const { over, back, aside, isNarrow = false } = parts;
  return html`<header class="head ${isNarrow ? 'narrow' : ''}" part="header">
    ${
      back
        ? html`<button type="button" class="round" aria-label=${back.label} @click=${back.go}>${icon('back')}</button>`
        : nothing
    }
    ${aside ?? nothing}
    <div class="titles">
      ${over ? html`<p class="over">${over}</p>` : nothing}
      <h2 class="title" tabindex="-1">${title}</h2>
    </div>
  </header>`;
}

/** A sentence that needs to be seen. `alert` ones are read out at once. */
export function note(
  kind: 'info' | 'warning' | 'bad',
  text: string | TemplateResult,
  options: { alert?: boolean; sign?: 'offline' } = {},
): TemplateResult {
  const sign = options.sign ?? (kind === 'info' ? 'info' : 'warning');
  return html`<div class="note ${kind}" part="note" role=${options.alert ? 'alert' : nothing}>
    ${icon(sign)}
    <div>${text}</div>
  </div>`;
}

/** A whole screen's worth of "this did not load", with the one thing to do next. */
export function failed({ words }: Scene, actions: Actions, failure?: Failure): TemplateResult {
  const code = failure?.code ?? 'no_answer';
  if (code === 'origin_not_allowed') return notAllowed(words);
  const mute = code === 'no_answer' || code === 'internal_error';
  return notLoaded(words, mute ? words.failed.text : problemText(words, code), words.failed.retry, () =>
    actions.retry(),
  );
}

/** What did not load, why, and the button that may help. */
export function notLoaded(words: Words, why: string, label: string, act: () => void): TemplateResult {
  return html`<div class="blank" role="alert">
    ${icon('offline')}
    <p class="strong">${words.failed.title}</p>
    <p class="soft">${why}</p>
    <button type="button" class="button" part="button" @click=${act}>${label}</button>
  </div>`;
}

/** The end of a list of which more is drawn as it comes into sight; the element watches it. */
export function growing(drawn: number, all: number): TemplateResult | typeof nothing {
  return drawn < all ? html`<p class="more" aria-hidden="true"></p>` : nothing;
}

/** A price that never breaks over lines. */
export function price(rupiah: number): TemplateResult {
  return html`<span class="price">${formatRupiah(rupiah)}</span>`;
}

/** Where a buyer finds a person, with the order's code filled in; nothing if the shop gave no number. A button if it has a look. */
export function helpLink(
  { words, catalog }: Scene,
  code?: string,
  look: '' | 'main' | 'quiet' | null = null,
): TemplateResult | typeof nothing {
  const shop = catalog.state === 'ready' ? catalog.value.shop : null;
  const number = shop?.help?.replace(/\D/g, '');
  if (!shop || !number) return nothing;
  const text = code ? fill(words.shared.helpOrder, shop.name, code) : fill(words.shared.helpText, shop.name);
  return html`<a
    class=${look === null ? 'help' : `button ${look}`}
    part="help"
    href="https://wa.me/${number}?text=${encodeURIComponent(text)}"
    target="_blank"
    rel="noopener noreferrer"
    >${icon('help')}${look === null ? words.shared.help : words.shared.contact}</a
  >`;
}

function notAllowed(words: Scene['words']): TemplateResult {
  return html`<div class="blank" role="alert">
    ${icon('shield')}
    <p class="strong">${words.problem.origin_not_allowed}</p>
    <div class="owner">
      <p class="strong">${words.failed.owner}</p>
      <p class="soft">${words.failed.ownerText}</p>
      <code>${location.origin}</code>
    </div>
  </div>`;
}
