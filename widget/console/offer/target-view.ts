import { html, nothing, type TemplateResult } from 'lit';
import type { ConsoleOfferCategory, ConsoleTargetKind } from '../../../proxy/contract/console-offer.ts';
import { fieldView } from '../field-view.ts';
import type { Lang } from '../lang.ts';
import { OFFER_WORDS } from './words.ts';

/** What buyers of a category type, as it is being chosen. */
export interface TargetView {
  readonly lang: Lang;
  readonly category: Pick<ConsoleOfferCategory, 'usualTarget' | 'target'>;
  readonly kinds: readonly ConsoleTargetKind[];
  /** The kind chosen by its name; empty: as the shop knows it by itself. */
  readonly like: string;
  readonly join: string;
  /** What is wrong with the join, as a sentence. */
  readonly wrong: string | null;
  readonly choose: (like: string, join: string) => void;
  readonly type: (join: string) => void;
}

/** Chooses what buyers type, and how it is sent to the provider. */
export function targetView(view: TargetView): TemplateResult {
  const words = OFFER_WORDS[view.lang];
  const { usualTarget } = view.category;
  const chosen = view.kinds.find(({ like }) => like === view.like);
  const choose = (event: Event) => {
    const like = (event.target as HTMLSelectElement).value;
    view.choose(like, view.kinds.find((kind) => kind.like === like)?.join ?? '');
  };
  return html`<div class="field">
      <label for="like">${words.target}</label>
      <select id="like" name="like" @change=${choose}>
        <option value="" ?selected=${!chosen}>${words.usual} (${labels(usualTarget, view.lang)})</option>
        ${view.kinds.map(
          (kind) => html`<option value=${kind.like} ?selected=${kind === chosen}>
            ${labels(kind, view.lang)}${kind.like === 'target' ? '' : ` – ${words.like.replace('{0}', kind.like)}`}
          </option>`,
        )}
      </select>
    </div>
    ${
      chosen
        ? html`${fieldView({
            name: 'join',
            label: words.join,
            value: view.join,
            hint: words.joinHint.replace('{0}', chosen.fields.map(({ name }) => `{${name}}`).join(' ')),
            error: view.wrong && words.joinWrong,
            onInput: view.type,
          })}
            <p class="soft">${words.joined} <code>${sample(chosen, view.join)}</code></p>`
        : nothing
    }`;
}

function labels({ fields }: ConsoleTargetKind, lang: Lang): string {
  return fields.map(({ label }) => label[lang]).join(' + ');
}

/** What the provider would get for the fields' examples. */
function sample({ fields }: ConsoleTargetKind, join: string): string {
  return fields.reduce(
    (text, { name, example }, index) => text.replace(`{${name}}`, example ?? '123'.repeat(index + 1)),
    join,
  );
}
