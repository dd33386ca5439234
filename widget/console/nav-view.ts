import { html, nothing, type TemplateResult } from 'lit';
import type { Lang } from './lang.ts';
import { PAGES, type PageEntry } from './pages.ts';
import { SHELL_WORDS } from './words.ts';

const MENU_SIGN = 'M5 7h14M5 12h14M5 17h14';

/** On a phone a bar with the four main pages and the menu, on a desk all pages beside the one that is open. */
export function navView(lang: Lang, open: string): TemplateResult {
  const words = SHELL_WORDS[lang];
  const isElsewhere = !PAGES.some(({ name, isInBar }) => isInBar && name === open);
  return html`<nav aria-label=${words.pages}>
    ${PAGES.map((page) => link(page, lang, page.name === open))}
    <a class="tab in-bar menu" href="#/menu" aria-current=${isElsewhere ? 'page' : nothing}>
      ${drawn(MENU_SIGN)}<span>${words.menu}</span>
    </a>
  </nav>`;
}

/** Every page, for who has only the bar: the way to those that have no room in it. */
export function menuView(lang: Lang): TemplateResult {
  return html`<section class="card">
    <h1 tabindex="-1">${SHELL_WORDS[lang].menu}</h1>
    <ul class="links">
      ${PAGES.map(
        ({ name, label, sign }) =>
          html`<li><a href="#/${name}">${drawn(sign)}<span>${label[lang]}</span></a></li>`,
      )}
    </ul>
  </section>`;
}

function link({ name, label, sign, isInBar }: PageEntry, lang: Lang, isOpen: boolean): TemplateResult {
  return html`<a class="tab ${isInBar ? 'in-bar' : ''}" href="#/${name}" aria-current=${isOpen ? 'page' : nothing}>
    ${drawn(sign)}<span>${label[lang]}</span>
  </a>`;
}

function drawn(sign: string): TemplateResult {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${sign} /></svg>`;
}
