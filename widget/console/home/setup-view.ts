import { html, nothing, type TemplateResult } from 'lit';
import type { ConsoleSetup } from '../../../proxy/contract/console.ts';
import type { Lang } from '../lang.ts';
import { HOME_WORDS } from './words.ts';

const STEPS: readonly (readonly [keyof ConsoleSetup, string])[] = [
  ['account', '#/account'],
  ['shop', '#/shop'],
  ['prices', '#/prices'],
  ['sites', '#/shop'],
  ['order', '/'],
];

const HIDDEN_KEY = 'zul-console:setup-hidden';

/** Whether somebody wants to see no more of it on this device. */
export function isSetupHidden(): boolean {
  return localStorage.getItem(HIDDEN_KEY) !== null;
}

/** Nothing more of it on this device. */
export function hideSetup(): void {
  localStorage.setItem(HIDDEN_KEY, '1');
}

/** On the pages of the way: which step is next, and the way to it; nothing once all are done. @param page the open one. */
export function nextStepView(lang: Lang, setup: ConsoleSetup, page: string): TemplateResult | typeof nothing {
  const at = STEPS.findIndex(([step]) => !setup[step]);
  const [step, way] = STEPS[at] ?? [];
  if (isSetupHidden() || !step || !way || !STEPS.some(([, other]) => other === `#/${page}`)) return nothing;
  const words = HOME_WORDS[lang];
  const place = words.stepOf.replace('{0}', String(at + 1)).replace('{1}', String(STEPS.length));
  return html`<p class="next-step row wrap" role="status">
    <span class="grow wide"><span class="soft">${place}</span><strong>${words.step[step]}</strong></span>
    ${way === `#/${page}` ? nothing : html`<a class="button main" href=${way}>${words.next}</a>`}
  </p>`;
}

/** The way from nothing to a live shop; nothing once it has been gone. @param skip takes it off this device's screen. */
export function setupView(
  lang: Lang,
  setup: ConsoleSetup,
  skip: () => void,
): TemplateResult | typeof nothing {
  const words = HOME_WORDS[lang];
  const done = STEPS.filter(([step]) => setup[step]).length;
  if (done === STEPS.length) return nothing;
  const next = STEPS.find(([step]) => !setup[step])?.[0];
  return html`<section class="card setup">
    <h2>${words.setup}</h2>
    <p class="soft">${words.setupDone.replace('{0}', String(done)).replace('{1}', String(STEPS.length))}</p>
    <progress max=${STEPS.length} value=${done} aria-label=${words.setup}></progress>
    <ol class="list">
      ${STEPS.map(
        ([step, way]) => html`<li class="row">
          <span class="grow">
            <strong>${words.step[step]}</strong>
            <span class="soft">${setup[step] ? words.stepDone : words.stepHint[step]}</span>
          </span>
          ${
            setup[step]
              ? nothing
              : html`<a class="button ${step === next ? 'main' : ''}" href=${way} aria-label="${words.go}: ${words.step[step]}">${words.go}</a>`
          }
        </li>`,
      )}
    </ol>
    <button type="button" class="plain" @click=${skip}>${words.skip}</button>
  </section>`;
}
