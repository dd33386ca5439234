import { html, nothing, type TemplateResult } from 'lit';
import type { TargetField } from '../../../proxy/contract/catalog.ts';
import { fill } from '../i18n/say.ts';
import type { Words } from '../i18n/words.ts';
import type { Draft, FieldError } from '../state/draft.ts';
import { operatorMismatch, operatorOf } from '../state/operator.ts';
import { targetLine } from '../state/order.ts';
import type { BuyingActions, BuyingScene } from '../state/scene.ts';
import { looksOdd, splitPaste } from '../state/target.ts';
import { icon } from './icons.ts';

/** What one labelled input needs to know. */
interface Input {
  /** The wire's path: names the input for errors and for the focus. */
  readonly path: string;
  readonly label: string;
  readonly value: string;
  readonly error: string | null;
  readonly hints: readonly string[];
  /** A gentle doubt about the value. */
  readonly odd?: string | null;
  readonly optional?: string | null;
}

/** The inputs that say where the product goes. */
export function targetFields(
  scene: BuyingScene,
  actions: BuyingActions,
  fields: readonly TargetField[],
  draft: Draft,
): TemplateResult {
  return html`${kept(scene, actions)}
    <div class="fields">
      ${fields.map((field) => targetField(scene, actions, field, fields, draft))}
      <label class="keep"
        ><input type="checkbox" .checked=${draft.keep} @change=${() => actions.keep(!draft.keep)} />${scene.words.form.keep}</label
      >
    </div>`;
}

/** Ids this device keeps: one tap types them, another forgets them. */
function kept({ words, saved }: BuyingScene, actions: BuyingActions): TemplateResult | typeof nothing {
  if (saved.length === 0) return nothing;
  return html`<p class="over">${words.form.saved}</p>
    <ul class="kept">
      ${saved.map((target) => {
        const line = targetLine(target);
        return html`<li>
          <button type="button" class="chip" @click=${() => actions.target(target)}>${line}</button
          ><button
            type="button"
            class="round"
            aria-label=${fill(words.form.discard, line)}
            @click=${() => actions.discard(target)}
          >
            ${icon('close')}
          </button>
        </li>`;
      })}
    </ul>`;
}

/** Name and phone of the buyer. */
export function buyerFields(
  { words }: BuyingScene,
  actions: BuyingActions,
  { buyer, errors }: Draft,
): TemplateResult {
  const { form } = words;
  const errorOf = (path: string) => errorText(words, errors[path]);
  const name = {
    path: 'customer.name',
    label: form.name,
    value: buyer.name,
    error: errorOf('customer.name'),
    hints: [],
  };
  const phone = {
    path: 'customer.phone',
    label: form.phone,
    value: buyer.phone,
    error: errorOf('customer.phone'),
    hints: [],
  };
  const typed = (event: Event) => (event.target as HTMLInputElement).value;
  return html`<div class="fields">
    ${row(
      name,
      html`<input
        part="input"
        id=${name.path}
        type="text"
        autocomplete="name"
        autocapitalize="words"
        maxlength="60"
        placeholder=${form.nameExample}
        aria-required="true"
        aria-invalid=${name.error !== null}
        aria-describedby=${describedBy(name)}
        .value=${buyer.name}
        @input=${(event: Event) => actions.buyer({ name: typed(event) })}
      />`,
    )}
    ${row(
      phone,
      html`<input
        part="input"
        id=${phone.path}
        type="tel"
        inputmode="tel"
        autocomplete="tel"
        maxlength="30"
        placeholder=${form.phoneExample}
        aria-required="true"
        aria-invalid=${phone.error !== null}
        aria-describedby=${describedBy(phone)}
        .value=${buyer.phone}
        @input=${(event: Event) => actions.buyer({ phone: typed(event) })}
      />`,
    )}
  </div>`;
}

function targetField(
  scene: BuyingScene,
  actions: BuyingActions,
  field: TargetField,
  fields: readonly TargetField[],
  draft: Draft,
): TemplateResult {
  const { words, lang } = scene;
  const value = draft.target[field.name] ?? '';
  const operator = operatorOf(value, field.operators ?? []);
  const hints = [
    operator && fill(words.form.operator, operator),
    field.hint?.[lang],
    field.example && field.kind !== 'choice' ? fill(words.form.example, field.example) : null,
  ];
  const input: Input = {
    path: `target.${field.name}`,
    label: field.label[lang],
    value,
    error: errorText(words, draft.errors[`target.${field.name}`]),
    hints: hints.filter((hint): hint is string => Boolean(hint)),
    odd: oddity(words, field, value, draft.settled.includes(field.name)),
    optional: field.optional ? words.form.optional : null,
  };
  const type = (event: Event) => actions.target({ [field.name]: (event.target as HTMLInputElement).value });
  if (field.kind === 'choice') return row(input, choice(scene, field, input, type));
  const paste = (event: ClipboardEvent) => {
    const both = splitPaste(event.clipboardData?.getData('text') ?? '', fields);
    if (!both || field.kind !== 'digits') return;
    event.preventDefault();
    actions.target(both);
  };
  return row(
    input,
    html`<input
      part="input"
      id=${input.path}
      type=${field.kind === 'phone' ? 'tel' : 'text'}
      inputmode=${{ digits: 'numeric', phone: 'tel', text: 'text' }[field.kind]}
      autocomplete=${field.kind === 'phone' ? 'tel' : 'off'}
      autocapitalize="off"
      spellcheck="false"
      maxlength="200"
      aria-required=${!field.optional}
      aria-invalid=${input.error !== null}
      aria-describedby=${describedBy(input)}
      .value=${value}
      @input=${type}
      @paste=${paste}
      @blur=${() => actions.settle(field.name)}
    />`,
  );
}

/** A doubt about a value, told gently: what is unusual may yet be right. */
function oddity(words: Words, field: TargetField, value: string, isSettled: boolean): string | null {
  const mismatch = operatorMismatch(field, value);
  if (mismatch) return fill(words.form.otherOperator, mismatch.found, mismatch.wanted);
  return isSettled && looksOdd(field, value) ? words.form.odd : null;
}

function choice(
  { words }: BuyingScene,
  field: TargetField,
  input: Input,
  type: (event: Event) => void,
): TemplateResult {
  return html`<select
    part="input"
    id=${input.path}
    aria-required=${!field.optional}
    aria-invalid=${input.error !== null}
    aria-describedby=${describedBy(input)}
    @change=${type}
  >
    <option value="" ?selected=${input.value === ''}>${words.form.choose}</option>
    ${field.options?.map(
      (option) =>
        html`<option value=${option.value} .selected=${option.value === input.value}>${option.label}</option>`,
    )}
  </select>`;
}

/** Our own words, or the proxy's for what only it can judge; it answers in the language we asked for. */
function errorText(words: Words, error: FieldError | undefined): string | null {
  if (!error) return null;
  return typeof error === 'string' ? words.form.errors[error] : error.said;
}

function describedBy({ path, error, hints, odd }: Input): string | typeof nothing {
  return error !== null || odd || hints.length > 0 ? `${path}-hint` : nothing;
}

function row({ path, label, error, hints, odd, optional }: Input, control: TemplateResult): TemplateResult {
  return html`<div class="field ${error ? 'wrong' : ''}" part="field">
    <label for=${path}>${label}${optional ? html`<span class="soft"> · ${optional}</span>` : nothing}</label>
    ${control}
    <p class="hint ${error ? 'error' : odd ? 'odd' : ''}" id="${path}-hint">${error ?? odd ?? hints.map((hint) => html`<span>${hint}</span> `)}</p>
  </div>`;
}
