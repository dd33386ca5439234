import { html, nothing, type TemplateResult } from 'lit';

/** A field of a form. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'email' | 'password' | 'tel' | 'search';
  readonly value?: string;
  readonly hint?: string;
  /** What is wrong with it, as a sentence. */
  readonly error?: string | null;
  readonly autocomplete?: AutoFill;
  readonly inputmode?: 'numeric' | 'tel' | 'email' | 'url';
  readonly placeholder?: string;
  readonly isOptional?: boolean;
  readonly onInput?: (value: string) => void;
}

/** One field: its label, its hint and what is wrong with it, tied together. Its name is its id within the page. */
export function fieldView(field: Field): TemplateResult {
  const { name, label, hint, error } = field;
  const told = [error ? `${name}-wrong` : '', hint ? `${name}-hint` : ''].join(' ').trim();
  return html`<div class="field">
    <label for=${name}>${label}</label>
    <input
      id=${name}
      name=${name}
      type=${field.type ?? 'text'}
      .value=${field.value ?? ''}
      autocomplete=${field.autocomplete ?? 'off'}
      inputmode=${field.inputmode ?? nothing}
      placeholder=${field.placeholder ?? nothing}
      autocapitalize="none"
      spellcheck="false"
      ?required=${!field.isOptional}
      aria-invalid=${Boolean(error)}
      aria-describedby=${told || nothing}
      @input=${(event: InputEvent) => field.onInput?.((event.target as HTMLInputElement).value)}
    />
    ${error ? html`<p class="wrong" id="${name}-wrong">${error}</p>` : nothing}
    ${hint ? html`<p class="soft" id="${name}-hint">${hint}</p>` : nothing}
  </div>`;
}

/** What was typed into a form, by the fields' names. */
export function typedIn(event: SubmitEvent): Record<string, string> {
  event.preventDefault();
  const entries = [...new FormData(event.target as HTMLFormElement)];
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}
