import { html, nothing, type TemplateResult } from 'lit';
import type { Order } from '../../../proxy/contract/order.ts';
import { formatTime } from '../../kit/dates.ts';
import { canShare } from '../../kit/share.ts';
import { fill, reasonText } from '../i18n/say.ts';
import type { Words } from '../i18n/words.ts';
import { paceOf, type Step, stepsOf, targetLine } from '../state/order.ts';
import type { OrderingActions, OrderingScene } from '../state/scene.ts';
import { parseSerial } from '../state/serial.ts';
import { isUnderway } from '../state/underway.ts';
import { copyButton } from './copy-button.ts';
import { icon } from './icons.ts';
import { payView } from './pay.ts';
import { failed, head, helpLink, note, price } from './pieces.ts';

const TONES = {
  placing: 'wait',
  awaiting_payment: 'wait',
  processing: 'wait',
  succeeded: 'good',
  failed: 'bad',
  expired: 'calm',
  rejected: 'calm',
  unconfirmed: 'calm',
} as const satisfies Record<Order['status'], string>;

/** An order from the moment it exists until the buyer dismisses it. */
export function orderView(scene: OrderingScene, actions: OrderingActions): TemplateResult {
  const { order, words } = scene;
  if (order.state === 'ready') return known(order.value, scene, actions);
  const gone = order.state === 'failed' && order.failure.code === 'not_found';
  return html`${head(gone ? words.order.gone : words.order.loading, { isNarrow: true })}
    <div class="body narrow">
      ${order.state === 'loading' ? html`<div class="ticket bone tall" aria-hidden="true"></div>` : nothing}
      ${order.state === 'failed' && !gone ? failed(scene, actions.way, order.failure) : nothing}
      ${
        gone
          ? html`<p>${words.order.goneHint}</p>
            <div class="actions">${other(scene, actions, 'main')}</div>`
          : nothing
      }
    </div>`;
}

function known(order: Order, scene: OrderingScene, actions: OrderingActions): TemplateResult {
  const { words, offline } = scene;
  const { status, payment } = order;
  const paying = status === 'awaiting_payment' && payment;
  // An order that never came to be has no way behind it to show.
  const hasWay = status !== 'rejected' && status !== 'unconfirmed';
  return html`${head(words.status[status].title, { over: `${order.service.category} · ${order.service.name}`, isNarrow: !paying })}
    <div class="body ${paying ? '' : 'narrow'}">
      ${offline ? note('warning', words.order.offline, { sign: 'offline' }) : nothing}
      ${paying ? payView(order, payment, scene, actions) : outcome(order, scene, actions)}
      <div class="after">${hasWay ? progress(order, scene) : nothing} ${details(order, scene)}</div>
      ${leaveRow(order, scene, actions)}
    </div>`;
}

function outcome(order: Order, scene: OrderingScene, actions: OrderingActions): TemplateResult {
  const { words } = scene;
  const tone = TONES[order.status];
  const sign = icon(tone === 'good' ? 'check' : order.status === 'expired' ? 'clock' : 'warning');
  const reason = order.reason ? reasonText(words, order.reason) : '';
  return html`<div class="outcome ${tone}" part="status">
      <span class="seal">${order.status === 'placing' || order.status === 'processing' ? html`<span class="spinner"></span>` : sign}</span>
      ${order.reason === 'payment_unclear' ? nothing : html`<p>${words.status[order.status].text}</p>`}
      ${reason ? html`<p class="strong">${reason}</p>` : nothing}
    </div>
    ${patience(order, scene)}
    ${order.status === 'succeeded' && order.note ? serial(order.note, scene, actions) : nothing}
    ${nextActions(order, scene, actions)}`;
}

/** How long it usually takes here, or that it takes longer than that. */
function patience(order: Order, scene: OrderingScene): TemplateResult | typeof nothing {
  const { words, now } = scene;
  const { status, usualSeconds: usual } = order;
  if (status !== 'processing') return nothing;
  const pace = paceOf(order, now);
  if (pace === 'slow') return note('info', words.order.slow);
  if (pace === 'stuck')
    return html`${note('warning', words.order.stuck)}
      <div class="actions">${helpLink(scene, order.code, 'main')}</div>`;
  if (!usual) return nothing;
  const span =
    usual < 90 ? fill(words.order.second, usual) : fill(words.order.minute, Math.round(usual / 60));
  return note('info', fill(words.order.usual, span));
}

function serial(text: string, scene: OrderingScene, actions: OrderingActions): TemplateResult {
  const { words } = scene;
  const { code, shown, meter } = parseSerial(text);
  const name = /^\d{20}$/.test(code) ? words.order.token : words.order.serial;
  return html`<div class="serial" part="serial">
    <p class="over">${name}</p>
    <p class="big ${meter ? 'token' : ''}">${shown}</p>
    ${copyButton(scene, actions, 'serial', code, name)}
    ${
      meter
        ? html`<dl class="facts">
          ${(['name', 'tariff', 'power'] as const)
            .filter((key) => meter[key])
            .map((key) => html`<div><dt>${words.order.meter[key]}</dt><dd>${meter[key]}</dd></div>`)}
        </dl>`
        : nothing
    }
  </div>`;
}

/** What to do next, the most useful thing first. */
function nextActions(
  order: Order,
  scene: OrderingScene,
  actions: OrderingActions,
): TemplateResult | typeof nothing {
  const { words, lang, now } = scene;
  const { status, retryAt } = order;
  if (isUnderway(status)) return nothing;
  const help = status === 'failed' ? helpLink(scene, order.code, 'main') : nothing;
  const wait =
    retryAt !== null && Date.parse(retryAt) > now
      ? fill(words.order.after, formatTime(retryAt, lang, now))
      : null;
  const again = html`<button
    type="button"
    class="button main"
    part="button primary"
    ?disabled=${wait !== null}
    @click=${() => actions.again(order)}
  >
    ${wait ?? againLabel(status, words)}
  </button>`;
  return html`<div class="actions">
    ${status === 'failed' ? help : again} ${status === 'succeeded' ? receipt(order, scene, actions) : nothing}
    ${other(scene, actions, help === nothing && status === 'failed' ? 'main' : '')}
  </div>`;
}

function receipt(order: Order, { words }: OrderingScene, actions: OrderingActions): TemplateResult {
  const button = (what: 'receipt' | 'print', label: string) =>
    html`<button type="button" class="button" part="button" @click=${() => actions.share(order, what)}>${label}</button>`;
  return html`<div class="pair">
    ${canShare ? button('receipt', words.order.share) : nothing}${button('print', words.order.print)}
  </div>`;
}

function againLabel(status: Order['status'], words: Words): string {
  if (status === 'expired') return words.order.fresh;
  if (status === 'unconfirmed') return words.failed.retry;
  return status === 'rejected' ? words.order.fix : words.order.again;
}

function progress(order: Order, { words, lang, now }: OrderingScene): TemplateResult {
  const line = (
    step: Step,
  ) => html`<li class=${step.state} aria-current=${step.state === 'now' ? 'step' : nothing}>
    <span class="dot" aria-hidden="true">${step.state === 'done' ? icon('check') : step.state === 'bad' ? icon('close') : nothing}</span>
    <span>${words.order.steps[step.state === 'todo' ? 'done' : step.state][step.name]}</span>
    ${step.at && step.state !== 'todo' ? html`<time datetime=${step.at}>${formatTime(step.at, lang, now)}</time>` : nothing}
  </li>`;
  return html`<section class="progress" part="progress">
    <h3>${words.order.progress}</h3>
    <ol class="steps">${stepsOf(order).map(line)}</ol>
  </section>`;
}

function details(order: Order, scene: OrderingScene): TemplateResult {
  const { words } = scene;
  return html`<section class="details" part="details">
    <h3>${words.order.details}</h3>
    <dl class="facts">
      <div><dt>${words.order.code}</dt><dd class="code">${order.code}</dd></div>
      <div><dt>${words.check.product}</dt><dd>${order.service.category}<br />${order.service.name}</dd></div>
      <div><dt>${words.check.to}</dt><dd class="code">${targetLine(order.target)}</dd></div>
      <div><dt>${words.check.price}</dt><dd>${price(order.price)}</dd></div>
    </dl>
    ${order.status === 'failed' || (order.status === 'processing' && paceOf(order, scene.now) === 'stuck') ? nothing : helpLink(scene, order.code)}
  </section>`;
}

/** Leaving an order that is under way is asked twice: it may hold the buyer's money. */
function leaveRow(
  order: Order,
  { words, leaving }: OrderingScene,
  actions: OrderingActions,
): TemplateResult | typeof nothing {
  if (!isUnderway(order.status)) return nothing;
  if (!leaving) {
    return html`<button type="button" class="link" @click=${() => actions.leave(false)}>${words.order.leave}</button>`;
  }
  return html`<div class="leave" role="group" aria-label=${words.order.leave}>
    <p>${words.order.leaveAsk}</p>
    <div class="actions">
      <button type="button" class="button" @click=${() => actions.leave(true)}>${words.order.leaveYes}</button>
      <button type="button" class="button" @click=${() => actions.stay()}>${words.order.leaveNo}</button>
    </div>
  </div>`;
}

function other({ words }: OrderingScene, actions: OrderingActions, look: '' | 'main'): TemplateResult {
  return html`<button type="button" class="button ${look}" part="button" @click=${() => actions.leave(true)}>${words.order.other}</button>`;
}
