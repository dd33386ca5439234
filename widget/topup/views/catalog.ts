import { html, nothing, type TemplateResult } from 'lit';
import type { Catalog, CategorySummary } from '../../../proxy/contract/catalog.ts';
import { formatRupiah } from '../../kit/money.ts';
import { fill } from '../i18n/say.ts';
import type { Actions, Scene } from '../state/scene.ts';
import { FIRST_TILES, findCategories, typesOf } from '../state/search.ts';
import { icon } from './icons.ts';
import { failed, growing, head, note } from './pieces.ts';
import { cover } from './tile.ts';

/** The grid a buyer starts from. */
export function catalogView(scene: Scene, actions: Actions): TemplateResult {
  const { catalog, words } = scene;
  const shop =
    catalog.state === 'ready' ? catalog.value.shop.name : catalog.state === 'loading' ? ' ' : undefined;
  return html`${head(words.catalog.title, { over: shop })}
    <div class="body">
      ${catalog.state === 'failed' ? failed(scene, actions, catalog.failure) : nothing}
      ${catalog.state === 'loading' ? skeleton(scene) : nothing}
      ${catalog.state === 'ready' ? shelves(catalog.value, scene, actions) : nothing}
    </div>`;
}

function shelves(catalog: Catalog, scene: Scene, actions: Actions): TemplateResult {
  const { words, sought, type, most } = scene;
  if (catalog.categories.length === 0) {
    return html`<div class="blank">
      ${icon('tag')}
      <p class="strong">${words.catalog.empty}</p>
      <p class="soft">${words.catalog.emptyHint}</p>
    </div>`;
  }
  const found = recentFirst(
    findCategories(catalog.categories, { ...sought, type: type ?? sought.type }),
    scene,
  );
  const whole = sought.all || sought.query !== '' || sought.type !== null;
  const shown = found.slice(0, whole ? most : FIRST_TILES);
  return html`${finder(catalog, scene, actions)}
    ${catalog.stale ? note('info', words.catalog.stale) : nothing}
    ${found.length === 0 ? nothingFound(scene, actions) : nothing}
    <ul class="grid" part="grid">
      ${shown.map((category) => tile(category, scene, actions))}
    </ul>
    ${
      shown.length < found.length && !whole
        ? html`<button type="button" class="button quiet" @click=${() => actions.filter({ all: true })}>
          ${fill(words.catalog.more, found.length)}
        </button>`
        : growing(shown.length, found.length)
    }`;
}

/** What this device bought lately stands first, where nothing else was asked for. */
function recentFirst(found: CategorySummary[], { sought, mine }: Scene): CategorySummary[] {
  if (sought.query || mine.length === 0) return found;
  const bought = [...new Set(mine.map(({ categoryId }) => categoryId))].slice(0, 4);
  const rank = ({ id }: CategorySummary) => (bought.indexOf(id) + bought.length + 1) % (bought.length + 1);
  return [...found].sort((a, b) => rank(a) - rank(b));
}

function finder(
  { categories }: Catalog,
  { words, filter, type: only }: Scene,
  actions: Actions,
): TemplateResult {
  const types = typesOf(categories);
  const chip = (type: string | null, label: string) => html`<button
    type="button"
    class="chip ${filter.type === type ? 'on' : ''}"
    aria-pressed=${filter.type === type}
    @click=${() => actions.filter({ type })}
  >
    ${label}
  </button>`;
  return html`<div class="search">
      ${icon('search')}
      <input
        type="search"
        part="search"
        enterkeyhint="search"
        autocomplete="off"
        spellcheck="false"
        aria-label=${words.catalog.search}
        placeholder=${words.catalog.search}
        .value=${filter.query}
        @input=${(event: InputEvent) => actions.filter({ query: (event.target as HTMLInputElement).value })}
      />
      ${
        filter.query
          ? html`<button
            type="button"
            class="round small"
            aria-label=${words.catalog.clear}
            @click=${() => actions.filter({ query: '' })}
          >
            ${icon('close')}
          </button>`
          : nothing
      }
    </div>
    ${
      only === null && types.length > 1
        ? html`<div class="chips" role="group" aria-label=${words.catalog.types}>
            ${chip(null, words.catalog.all)}${types.map((type) => chip(type, type))}
          </div>`
        : nothing
    }`;
}

function tile(category: CategorySummary, { words }: Scene, actions: Actions): TemplateResult {
  const { id, name, type, from, available, picture } = category;
  return html`<li>
    <button type="button" class="tile" part="tile" ?disabled=${!available} @click=${() => actions.openCategory(id)}>
      ${cover(name, type, picture)}
      <span class="caption">
        <span class="name">${name}</span>
        <span class="from">
        ${available ? fill(words.catalog.from, formatRupiah(from)) : html`<span class="tag">${words.catalog.unavailable}</span>`}
      </span>
      </span>
    </button>
  </li>`;
}

function nothingFound({ words, sought }: Scene, actions: Actions): TemplateResult {
  return html`<div class="blank">
    ${icon('search')}
    <p class="strong">${fill(words.catalog.none, sought.query)}</p>
    <p class="soft">${words.catalog.noneHint}</p>
    <button type="button" class="button quiet" @click=${() => actions.filter({ query: '', type: null })}>
      ${words.catalog.clear}
    </button>
  </div>`;
}

/** Takes the same room as the loaded catalog, so that the page around does not jump. */
function skeleton({ skeletons, words }: Scene): TemplateResult {
  const bone = html`<li aria-hidden="true">
    <span class="tile bone"><span class="cover"></span><span class="caption"><span class="name"></span><span class="from"></span></span></span>
  </li>`;
  return html`<p class="hush">${words.catalog.loading}</p>
    <div class="search bone" aria-hidden="true"></div>
    <div class="chips" aria-hidden="true">
      <span class="chip bone wide"></span><span class="chip bone wide"></span><span class="chip bone wide"></span>
    </div>
    <ul class="grid" aria-busy="true">${Array.from({ length: skeletons }, () => bone)}</ul>
    ${skeletons === FIRST_TILES ? html`<span class="button quiet bone" aria-hidden="true"></span>` : nothing}`;
}
