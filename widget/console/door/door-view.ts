import { html, nothing, type TemplateResult } from 'lit';
import type { Trouble } from '../api.ts';
import type { Lang } from '../lang.ts';
import { SHELL_WORDS } from '../words.ts';
import { DOOR_WORDS } from './words.ts';

/** The door as it stands. */
export interface DoorState {
  /** The one-time link's secret: a password is to be chosen. Null: it is to be typed. */
  readonly link: string | null;
  readonly trouble: Trouble | 'short' | null;
  /** Whether the password can be read while it is typed. */
  readonly isShown: boolean;
}

interface DoorActions {
  readonly isBusy: boolean;
  send(password: string): void;
  show(): void;
}

/** Where the password is typed, or chosen at the first visit. */
export function doorView(lang: Lang, state: DoorState, actions: DoorActions): TemplateResult {
  const words = DOOR_WORDS[lang];
  const isNew = state.link !== null;
  const said = troubleText(lang, state);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    actions.send(String(new FormData(event.target as HTMLFormElement).get('password') ?? ''));
  };
  return html`<form class="card" @submit=${submit}>
    <h1 tabindex="-1">${isNew ? words.choose : words.signIn}</h1>
    ${isNew ? html`<p class="soft" id="hint">${words.chooseHint}</p>` : nothing}
    <input type="text" name="username" autocomplete="username" value="console" hidden />
    <label for="password">${words.password}</label>
    <div class="row">
      <input
        id="password"
        name="password"
        type=${state.isShown ? 'text' : 'password'}
        autocomplete=${isNew ? 'new-password' : 'current-password'}
        autocapitalize="none"
        spellcheck="false"
        required
        maxlength="200"
        aria-invalid=${said !== null}
        aria-describedby=${[said ? 'said' : '', isNew ? 'hint' : ''].join(' ').trim() || nothing}
      />
      <button type="button" aria-pressed=${state.isShown} @click=${actions.show}>
        ${state.isShown ? words.hide : words.show}
      </button>
    </div>
    ${said ? html`<p class="bad" id="said" role="alert">${said}</p>` : nothing}
    <button type="submit" class="main" aria-disabled=${actions.isBusy}>${isNew ? words.chooseButton : words.signIn}</button>
    ${isNew ? nothing : html`<p class="soft">${words.signInHint}</p>`}
  </form>`;
}

function troubleText(lang: Lang, { trouble, link }: DoorState): string | null {
  const words = DOOR_WORDS[lang];
  if (trouble === 'signed_out') return link === null ? words.wrong : words.linkVoid;
  if (trouble === 'short') return words.short;
  if (trouble === 'wait') return words.wait;
  return trouble === null ? null : SHELL_WORDS[lang].noAnswer;
}
