import { html, type nothing, type TemplateResult } from 'lit';
import { type Field, fieldView, typedIn } from '../field-view.ts';
import type { Lang } from '../lang.ts';
import { ACCOUNT_WORDS } from './words.ts';

/** How the reseller connects his account; each is also the name of its route. */
export type Way = 'log-in' | 'register' | 'key';

const WAYS: readonly Way[] = ['log-in', 'register', 'key'];

interface Connecting {
  readonly way: Way;
  readonly isBusy: boolean;
  readonly failure: TemplateResult | typeof nothing;
  fieldFailure(name: string): string | null;
  choose(way: Way): void;
  send(typed: Record<string, string>): void;
}

/** Three ways to connect, one of them open. */
export function connectView(
  lang: Lang,
  { way, isBusy, failure, fieldFailure, choose, send }: Connecting,
): TemplateResult {
  const words = ACCOUNT_WORDS[lang];
  return html`<div class="choices" role="group" aria-label=${words.connectTitle}>
      ${WAYS.map(
        (one) =>
          html`<button type="button" aria-pressed=${one === way} @click=${() => choose(one)}>${words.ways[one]}</button>`,
      )}
    </div>
    <form class="stack" novalidate @submit=${(event: SubmitEvent) => send(typedIn(event))}>
      ${fieldsOf(lang, way).map((field) => fieldView({ ...field, error: fieldFailure(field.name) }))}
      ${failure}
      <button type="submit" class="main" aria-disabled=${isBusy}>${words.send[way]}</button>
    </form>`;
}

function fieldsOf(lang: Lang, way: Way): readonly Field[] {
  const words = ACCOUNT_WORDS[lang];
  if (way === 'key') return [{ name: 'key', label: words.key, type: 'password', hint: words.keyHint }];
  if (way === 'log-in') {
    return [
      { name: 'userId', label: words.userId },
      { name: 'password', label: words.password, type: 'password', hint: words.passwordHint },
    ];
  }
  return [
    { name: 'username', label: words.username, hint: words.usernameHint },
    { name: 'name', label: words.fullName, autocomplete: 'name' },
    { name: 'email', label: words.email, type: 'email', autocomplete: 'email', inputmode: 'email' },
    { name: 'password', label: words.newPassword, type: 'password', hint: words.passwordHint },
  ];
}
