import { html, nothing, type TemplateResult } from 'lit';
import type { Category, TargetField } from '../../../proxy/contract/catalog.ts';
import { formatRupiah } from '../../kit/money.ts';
import { normalisePhone } from '../../kit/phone.ts';
import { fill, problemText } from '../i18n/say.ts';
import { chosenService, type Draft } from '../state/draft.ts';
import type { BuyingActions, BuyingScene } from '../state/scene.ts';
import { cleanTarget } from '../state/target.ts';
import { failed, head, helpLink, note, price } from './pieces.ts';
import { cover } from './tile.ts';

/** The last look before an order is made: the target large, the price, and what cannot be undone. */
export function checkView(scene: BuyingScene, actions: BuyingActions): TemplateResult {
  const { category, draft, words, sending } = scene;
  const back =
    sending.state === 'sending' ? undefined : { label: words.form.back, go: () => actions.way.back() };
  return html`${head(words.check.title, { back, isNarrow: true })}
    <div class="body narrow">
      ${category.state === 'failed' ? failed(scene, actions.way, category.failure) : nothing}
      ${category.state === 'loading' ? html`<div class="ticket bone tall"></div>` : nothing}
      ${category.state === 'ready' && draft ? ticket(category.value, draft, scene, actions) : nothing}
    </div>`;
}

function ticket(
  category: Category,
  draft: Draft,
  scene: BuyingScene,
  actions: BuyingActions,
): TemplateResult {
  const { words, sending } = scene;
  const service = chosenService(draft, category);
  const target = cleanTarget(category.fields, draft.target);
  return html`<div class="ticket" part="ticket">
      <div class="goal">
        <p class="over">${words.check.to}</p>
        <dl class="target">
          ${category.fields
            .filter((field) => target[field.name])
            .map((field) => targetValue(field, target[field.name] ?? '', scene))}
        </dl>
      </div>
      <div class="tear" aria-hidden="true"></div>
      <dl class="facts">
        <div class="with">
          <dt>${words.check.product}</dt>
          <dd>${cover(category.name, category.type)}<span><strong>${service?.name}</strong><br />${category.name}</span></dd>
        </div>
        <div>
          <dt>${words.check.buyer}</dt>
          <dd>${draft.buyer.name}<br />${normalisePhone(draft.buyer.phone)}</dd>
        </div>
        <div class="pay">
          <dt>${words.check.price}</dt>
          <dd>${service ? price(service.price) : '–'}</dd>
        </div>
      </dl>
    </div>
    ${
      sending.state === 'repriced' && service
        ? note(
            'warning',
            fill(words.check.repriced, formatRupiah(sending.before), formatRupiah(service.price)),
            {
              alert: true,
            },
          )
        : sending.state === 'failed'
          ? nothing
          : note('warning', words.check.warning)
    }
    ${sending.state === 'failed' ? note('bad', problemText(scene.words, sending.failure.code), { alert: true }) : nothing}
    <div class="actions">
      ${nextButtons(scene, actions)}
    </div>`;
}

/** The same order may be open already: then the way goes there, or to another one, and never to a second of it. */
function nextButtons(scene: BuyingScene, actions: BuyingActions): TemplateResult {
  const { words, sending } = scene;
  if (sending.state !== 'failed' || sending.failure.code !== 'duplicate_order')
    return html`${payButton(scene, actions)} ${changeButton(scene, actions, 'quiet')}`;
  const { own, failure } = sending;
  if (own === null)
    return html`${changeButton(scene, actions, 'main')} ${helpLink(scene, failure.problem.orderCode, 'quiet')}`;
  return html`<button type="button" class="button main" part="button primary" @click=${() => actions.way.open(own)}>${words.check.own}</button>
    ${changeButton(scene, actions, 'quiet')}`;
}

function targetValue(field: TargetField, value: string, { lang }: BuyingScene): TemplateResult {
  const label = field.options?.find((option) => option.value === value)?.label;
  return html`<div>
    <dt>${field.label[lang]}</dt>
    <dd class=${field.kind === 'choice' ? 'word' : 'id'}>${label ?? value}</dd>
  </div>`;
}

function payButton({ words, sending, now }: BuyingScene, actions: BuyingActions): TemplateResult {
  const busy = sending.state === 'sending';
  const wait = sending.state === 'failed' ? Math.ceil((sending.retryAt - now) / 1000) : 0;
  let label = sending.state === 'failed' ? words.check.again : words.check.pay;
  if (busy) label = sending.again ? words.check.sendingAgain : words.check.sending;
  if (wait > 0) label = fill(words.check.wait, wait);
  return html`<button
    type="button"
    class="button main ${busy ? 'busy' : ''}"
    part="button primary"
    ?disabled=${wait > 0}
    aria-disabled=${busy}
    @click=${() => actions.pay()}
  >
    ${busy ? html`<span class="spinner" aria-hidden="true"></span>` : nothing}${label}
  </button>`;
}

function changeButton(
  { words, sending }: BuyingScene,
  actions: BuyingActions,
  look: 'main' | 'quiet',
): TemplateResult | typeof nothing {
  if (sending.state === 'sending') return nothing;
  return html`<button type="button" class="button ${look}" part="button" @click=${() => actions.way.back()}>${words.check.change}</button>`;
}
