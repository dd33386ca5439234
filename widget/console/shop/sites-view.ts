import { html, nothing, type TemplateResult } from 'lit';
import type { ConsoleShop } from '../../../proxy/contract/console-shop.ts';
import { formatTime } from '../../kit/dates.ts';
import { fieldView, typedIn } from '../field-view.ts';
import type { Lang } from '../lang.ts';
import { SHOP_WORDS } from './words.ts';

interface SitesActions {
  readonly isBusy: boolean;
  /** What is wrong with the site that was typed; empty when nothing is. */
  readonly failure: string;
  readonly trouble: TemplateResult | typeof nothing;
  /** @returns whether it went well. */
  allow(origin: string): Promise<boolean>;
  forget(origin: string): void;
}

/** The sites that may show the shop, one to add, and those that tried and were refused. */
export function sitesView(
  lang: Lang,
  { sites, refused }: ConsoleShop,
  actions: SitesActions,
): TemplateResult {
  const words = SHOP_WORDS[lang];
  const add = async (event: SubmitEvent) => {
    const form = event.target as HTMLFormElement;
    const { origin = '' } = typedIn(event);
    if (await actions.allow(origin)) form.reset();
  };
  return html`<section class="card">
    <h2>${words.sites}</h2>
    <p class="soft">${words.sitesHint}</p>
    ${sites.length === 0 ? html`<p>${words.noSites}</p>` : nothing}
    <ul class="list">
      ${sites.map(
        ({ origin, isFixed }) => html`<li class="row">
          <span class="grow"><span>${origin}</span>${isFixed ? html`<span class="soft">${words.fixed}</span>` : nothing}</span>
          ${
            isFixed
              ? nothing
              : html`<button type="button" aria-label="${words.remove}: ${origin}" @click=${() => actions.forget(origin)}>
                  ${words.remove}
                </button>`
          }
        </li>`,
      )}
    </ul>
    <form class="stack" novalidate @submit=${add}>
      ${fieldView({ name: 'origin', label: words.site, inputmode: 'url', error: actions.failure })}
      ${actions.trouble}
      <button type="submit" aria-disabled=${actions.isBusy}>${words.add}</button>
    </form>
    ${
      refused.length === 0
        ? nothing
        : html`<h3>${words.refused}</h3>
            <p class="soft">${words.refusedHint}</p>
            <ul class="list">
              ${refused.map(
                ({ origin, times, lastAt }) => html`<li class="row">
                  <span class="grow">
                    <span>${origin}</span>
                    <span class="soft"
                      >${words.times.replace('{0}', String(times)).replace('{1}', formatTime(lastAt, lang, Date.now()))}</span
                    >
                  </span>
                  <button type="button" class="main" aria-label="${words.allow}: ${origin}" @click=${() => void actions.allow(origin)}>
                    ${words.allow}
                  </button>
                </li>`,
              )}
            </ul>`
    }
  </section>`;
}
