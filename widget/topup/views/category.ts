import { html, nothing, type TemplateResult } from 'lit';
import type { Category, CategorySummary, Service } from '../../../proxy/contract/catalog.ts';
import { problemText } from '../i18n/say.ts';
import { chosenService, type Draft } from '../state/draft.ts';
import type { BuyingActions, BuyingScene } from '../state/scene.ts';
import { buyerFields, targetFields } from './fields.ts';
import { icon } from './icons.ts';
import { failed, growing, head, note, price } from './pieces.ts';
import { cover } from './tile.ts';

/** Nominals in the skeleton: more would not be in sight. */
const MOST_BONES = 9;

/** One category: its nominals, where to send, and who buys. */
export function categoryView(scene: BuyingScene, actions: BuyingActions): TemplateResult {
  const { category, words, pinned, draft } = scene;
  const known = category.state === 'ready' ? category.value : summary(scene);
  const back = pinned ? undefined : { label: words.form.back, go: () => actions.way.back() };
  const unknown = category.state === 'loading' ? html`<span class="cover bone"></span>` : undefined;
  const aside = known ? cover(known.name, known.type, known.picture) : unknown;
  return html`${head(known?.name ?? ' ', { over: known?.type ?? ' ', back, aside })}
    <div class="body">
      ${category.state === 'failed' ? failed(scene, actions.way, category.failure) : nothing}
      ${category.state === 'loading' ? skeleton(words.form.loading, summary(scene)?.services) : nothing}
      ${category.state === 'ready' && draft ? form(category.value, draft, scene, actions) : nothing}
    </div>`;
}

/** What the grid already knew of the category, so that its heading does not wait for the network. */
function summary({ catalog, screen }: BuyingScene): CategorySummary | undefined {
  if (catalog.state !== 'ready' || screen.at !== 'category') return undefined;
  return catalog.value.categories.find((category) => category.id === screen.id);
}

function form(category: Category, draft: Draft, scene: BuyingScene, actions: BuyingActions): TemplateResult {
  const { words, sending } = scene;
  const { form } = words;
  // Whoever types an id here would do it for nothing.
  if (!category.services.some(({ available }) => available)) return soldOut(scene, actions);
  const submit = (event: Event) => {
    event.preventDefault();
    actions.review();
  };
  return html`<form class="buy" part="form" novalidate @submit=${submit}>
    ${sending.state === 'failed' ? note('bad', problemText(scene.words, sending.failure.code), { alert: true }) : nothing}
    <fieldset class="step pick ${draft.errors.sid ? 'wrong' : ''}" aria-describedby=${draft.errors.sid ? 'sid-hint' : nothing}>
      <legend><span class="num" aria-hidden="true">1</span>${form.nominal}</legend>
      ${draft.errors.sid ? html`<p class="hint error" id="sid-hint">${form.pickNominal}</p>` : nothing}
      <div class="nominals" part="nominals">${category.services.slice(0, scene.most).map((service) => nominal(service, draft, scene, actions))}</div>
      ${growing(scene.most, category.services.length)}
    </fieldset>
    <fieldset class="step">
      <legend><span class="num" aria-hidden="true">2</span>${form.target}</legend>
      ${targetFields(scene, actions, category.fields, draft)}
    </fieldset>
    <fieldset class="step">
      <legend><span class="num" aria-hidden="true">3</span>${form.buyer}</legend>
      ${buyerFields(scene, actions, draft)}
      <p class="hint">${form.buyerHint}</p>
    </fieldset>
    ${total(chosenService(draft, category), scene)}
  </form>`;
}

function soldOut({ words, pinned }: BuyingScene, { way }: BuyingActions): TemplateResult {
  return html`<div class="blank">
    ${icon('tag')}
    <p class="strong">${words.form.empty}</p>
    <p class="soft">${words.form.emptyHint}</p>
    ${pinned ? nothing : html`<button type="button" class="button" part="button" @click=${() => way.back()}>${words.order.other}</button>`}
  </div>`;
}

function nominal(
  service: Service,
  draft: Draft,
  { words }: BuyingScene,
  actions: BuyingActions,
): TemplateResult {
  const { sid, name, available } = service;
  return html`<label class="nominal" part="nominal">
    <input
      type="radio"
      name="sid"
      value=${sid}
      ?disabled=${!available}
      .checked=${draft.sid === sid && available}
      @change=${() => actions.choose(sid)}
    />
    <span class="card">
      <span class="what">${name}</span>
      ${available ? html`${price(service.price)}${icon('check')}` : html`<span class="tag">${words.form.unavailable}</span>`}
    </span>
  </label>`;
}

function total(service: Service | null, { words }: BuyingScene): TemplateResult {
  return html`<div class="bar" part="bar">
    <p class="sum">
      <span class="soft">${service ? service.name : words.form.total}</span>
      ${service ? html`<strong>${price(service.price)}</strong>` : html`<span>${words.form.noneChosen}</span>`}
    </p>
    <button type="submit" class="button main" part="button primary">${words.form.next}</button>
  </div>`;
}

/** As many nominals as the grid has promised: what is below them stays where it is. */
function skeleton(label: string, services = MOST_BONES): TemplateResult {
  const fields = html`<div class="step">
    <span class="bone line"></span>
    <div class="fields"><span class="bone input"></span><span class="bone input"></span></div>
  </div>`;
  return html`<p class="hush">${label}</p>
    <div class="buy" aria-hidden="true">
      <div class="step pick">
        <span class="bone line"></span>
        <div class="nominals">${Array.from({ length: Math.min(services, MOST_BONES) }, () => html`<span class="nominal"><span class="card bone"></span></span>`)}</div>
      </div>
      ${fields}${fields}
      <div class="bar"><span class="bone input"></span></div>
    </div>`;
}
