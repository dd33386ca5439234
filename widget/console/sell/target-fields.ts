import { html, nothing, type TemplateResult } from 'lit';
import type { TargetField } from '../../../proxy/contract/catalog.ts';
import { fieldView } from '../field-view.ts';
import type { Lang } from '../lang.ts';

/** What must be typed for a product; each field's name in the form begins with `target.`. */
export function targetFields(
  lang: Lang,
  fields: readonly TargetField[],
  typed: Readonly<Record<string, string>>,
  wrong: (name: string) => string | null,
  choose: string,
): TemplateResult[] {
  return fields.map((field) => {
    const name = `target.${field.name}`;
    const value = typed[field.name] ?? '';
    const error = wrong(name);
    return field.kind === 'choice'
      ? choiceView(name, field, lang, { value, error, choose })
      : typedView(name, field, lang, { value, error });
  });
}

function typedView(
  name: string,
  { kind, label, hint, example, optional }: TargetField,
  lang: Lang,
  { value, error }: { value: string; error: string | null },
): TemplateResult {
  const told = hint?.[lang] ?? example;
  return fieldView({
    name,
    label: label[lang],
    value,
    error,
    isOptional: optional ?? false,
    ...(told ? { hint: told } : {}),
    ...(kind === 'text' ? {} : { inputmode: 'numeric' as const }),
  });
}

function choiceView(
  name: string,
  { label, options }: TargetField,
  lang: Lang,
  { value, error, choose }: { value: string; error: string | null; choose: string },
): TemplateResult {
  return html`<div class="field">
    <label for=${name}>${label[lang]}</label>
    <select id=${name} name=${name} aria-invalid=${error !== null} aria-describedby=${error ? `${name}-wrong` : nothing}>
      <option value="">${choose}</option>
      ${(options ?? []).map(
        (option) =>
          html`<option value=${option.value} ?selected=${option.value === value}>${option.label}</option>`,
      )}
    </select>
    ${error ? html`<p class="wrong" id="${name}-wrong">${error}</p>` : nothing}
  </div>`;
}
