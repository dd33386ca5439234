import { html, type TemplateResult } from 'lit';
import type {
  ConsolePrices,
  PriceRounding,
  PriceRule,
  PriceScope,
} from '../../../proxy/contract/console-prices.ts';
import { fieldView, typedIn } from '../field-view.ts';
import type { Lang } from '../lang.ts';
import { percentShown, percentTyped, rupiahTyped } from '../numbers.ts';
import { roundingText, scopeKey, scopeText } from './rule-text.ts';
import { PRICES_WORDS } from './words.ts';

const ROUNDINGS: readonly PriceRounding[] = [
  null,
  { kind: 'step', step: 100 },
  { kind: 'step', step: 500 },
  { kind: 'step', step: 1000 },
  { kind: 'ending', ending: 99 },
  { kind: 'ending', ending: 500 },
  { kind: 'ending', ending: 900 },
  { kind: 'ending', ending: 999 },
];

/** Fields in which no number stands. */
export type WrongFields = ReadonlySet<string>;

interface Editing {
  readonly rule: PriceRule;
  /** Whom it may be for: fixed while an earlier rule is changed. */
  readonly isNew: boolean;
  readonly productName: string | undefined;
  readonly wrong: WrongFields;
  take(rule: PriceRule): void;
  refuse(wrong: WrongFields): void;
  cancel(): void;
}

/** A form for one rule. */
export function ruleEditor(lang: Lang, types: ConsolePrices['types'], editing: Editing): TemplateResult {
  const words = PRICES_WORDS[lang];
  const { rule, wrong } = editing;
  const field = (name: string, label: string, value: string, hint?: string) =>
    fieldView({
      name,
      label,
      value,
      inputmode: 'numeric',
      isOptional: true,
      error: wrong.has(name) ? words.wrongNumber : null,
      ...(hint ? { hint } : {}),
    });
  const submit = (event: SubmitEvent) => {
    const read = readRule(rule, typedIn(event));
    if ('wrong' in read) editing.refuse(read.wrong);
    else editing.take(read.rule);
  };
  return html`<form class="stack editor" novalidate @submit=${submit}>
    ${
      editing.isNew
        ? scopeChoice(lang, types, rule.scope)
        : html`<p><strong>${scopeText(lang, rule.scope, editing.productName)}</strong></p>`
    }
    ${field('percent', words.percent, percentShown(rule.percentHundredths))}
    ${field('fixed', words.fixed, String(rule.fixedRupiah))}
    ${field('least', words.least, String(rule.leastProfit), words.leastHint)}
    <div class="field">
      <label for="rounding">${words.rounding}</label>
      <select id="rounding" name="rounding">
        ${ROUNDINGS.map(
          (one) => html`<option
            value=${JSON.stringify(one)}
            ?selected=${JSON.stringify(one) === JSON.stringify(rule.rounding)}
          >
            ${roundingText(lang, one)}
          </option>`,
        )}
      </select>
    </div>
    ${field('ceiling', words.ceiling, rule.ceiling === null ? '' : String(rule.ceiling), words.ceilingHint)}
    <div class="row wrap">
      <button type="submit" class="main">${words.take}</button>
      <button type="button" @click=${editing.cancel}>${words.cancel}</button>
    </div>
  </form>`;
}

function scopeChoice(lang: Lang, types: ConsolePrices['types'], chosen: PriceScope): TemplateResult {
  const scopes: readonly PriceScope[] = [
    { kind: 'all' },
    ...types.flatMap(({ type, categories }): PriceScope[] => [
      { kind: 'type', type },
      ...categories.map((category): PriceScope => ({ kind: 'category', type, category })),
    ]),
  ];
  return html`<div class="field">
    <label for="scope">${PRICES_WORDS[lang].scope}</label>
    <select id="scope" name="scope">
      ${scopes.map(
        (scope) => html`<option value=${scopeKey(scope)} ?selected=${scopeKey(scope) === scopeKey(chosen)}>
          ${scopeText(lang, scope, undefined)}
        </option>`,
      )}
    </select>
  </div>`;
}

function readRule(
  before: PriceRule,
  typed: Readonly<Record<string, string>>,
): { rule: PriceRule } | { wrong: WrongFields } {
  const percent = percentTyped(typed.percent || '0');
  const fixed = rupiahTyped(typed.fixed ?? '', 0);
  const least = rupiahTyped(typed.least ?? '', 0);
  const ceiling = rupiahTyped(typed.ceiling ?? '', 'none' as const);
  if (percent === null || fixed === null || least === null || ceiling === null || ceiling === 0) {
    const wrong = Object.entries({ percent, fixed, least, ceiling: ceiling === 0 ? null : ceiling });
    return { wrong: new Set(wrong.flatMap(([name, value]) => (value === null ? [name] : []))) };
  }
  return {
    rule: {
      scope: typed.scope === undefined ? before.scope : scopeOf(typed.scope),
      percentHundredths: percent,
      fixedRupiah: fixed,
      leastProfit: least,
      rounding: JSON.parse(typed.rounding ?? 'null') as PriceRounding,
      ceiling: ceiling === 'none' ? null : ceiling,
    },
  };
}

function scopeOf(key: string): PriceScope {
  if (key === 'all') return { kind: 'all' };
  const [kind, first = '', second = ''] = JSON.parse(key) as string[];
  if (kind === 'type') return { kind: 'type', type: first };
  return kind === 'category' ? { kind, type: first, category: second } : { kind: 'service', ref: first };
}
