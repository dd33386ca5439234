import { html, nothing, type TemplateResult } from 'lit';
import type { Order } from '../../../proxy/contract/order.ts';
import { formatCountdown, formatTime } from '../../kit/dates.ts';
import { formatRupiah } from '../../kit/money.ts';
import { canSharePictures } from '../../kit/share.ts';
import { fill, problemText } from '../i18n/say.ts';
import { attachment, timeLeft } from '../state/order.ts';
import type { OrderingActions, OrderingScene } from '../state/scene.ts';
import { copyButton } from './copy-button.ts';
import { icon } from './icons.ts';
import { note } from './pieces.ts';

/** A countdown over a quarter of an hour only makes people nervous: it is shown when it begins to matter. */
const COUNTED_MS = 5 * 60_000;

type Payment = NonNullable<Order['payment']>;

/** The QR, the exact amount, and how to pay with the phone the QR is on. */
export function payView(
  order: Order,
  payment: Payment,
  scene: OrderingScene,
  actions: OrderingActions,
): TemplateResult {
  const { words } = scene;
  const amount = formatRupiah(payment.amount);
  // Once its time is over a QR still scans, and must not be paid any more.
  const qr = timeLeft(order, scene.now) === 0 ? null : payment.qr;
  return html`<div class="checkout">
    <div class="plate" part="qr">
      ${
        qr
          ? html`<img src=${qr} alt=${fill(words.pay.qr, amount)} width="264" height="264" decoding="async" />`
          : payment.qr
            ? nothing
            : html`<p>${words.pay.noQr}</p>`
      }
      <p class="until">${until(order, scene)}</p>
    </div>
    <div class="due">
      <div class="amount" part="amount">
        <p class="over">${words.pay.amount}</p>
        <p class="big">${amount}</p>
        ${copyButton(scene, actions, 'amount', String(payment.amount), words.pay.amount)}
        ${payment.amount === order.price ? nothing : html`<p class="hint">${words.pay.exact}</p>`}
      </div>
      <div class="actions">
        ${
          qr
            ? html`<a class="button main" part="button primary" href=${attachment(qr)} download="qris-${order.code}.png"
              >${icon('save')}${words.pay.save}</a
            >`
            : nothing
        }
        ${
          qr && canSharePictures()
            ? html`<button type="button" class="button" part="button" @click=${() => actions.share(order, 'qr')}>${words.pay.share}</button>`
            : nothing
        }
        ${payment.qr === null && payment.invoiceUrl ? invoice(payment.invoiceUrl, scene) : nothing}
        ${paidButton(scene, actions)}
      </div>
      ${asked(scene)}
      ${qr ? howToPay(scene) : nothing}
    </div>
  </div>`;
}

function howToPay({ words }: OrderingScene): TemplateResult {
  return html`<p class="scan">${words.pay.scan}</p>
      <div class="how">
        <h3>${words.pay.how}</h3>
        <ol>
          <li>${words.pay.steps.save}</li>
          <li>${words.pay.steps.open}</li>
          <li>${words.pay.steps.upload}</li>
        </ol>
      </div>`;
}

function until(order: Order, { words, lang, now }: OrderingScene): TemplateResult | typeof nothing {
  const left = timeLeft(order, now);
  const expiresAt = order.payment?.expiresAt;
  if (left === null || !expiresAt) return nothing;
  if (left === 0) return html`${icon('clock')}<span>${words.pay.over}</span>`;
  return html`${icon('clock')}<span>${fill(words.pay.before, formatTime(expiresAt, lang, now))}</span
    >${left < COUNTED_MS ? html`<span class="count" role="timer" aria-live="off">${fill(words.pay.left, formatCountdown(left))}</span>` : nothing}`;
}

function paidButton({ words, asking }: OrderingScene, actions: OrderingActions): TemplateResult {
  const busy = asking.state === 'asking';
  return html`<button type="button" class="button" part="button" aria-disabled=${busy} @click=${() => actions.paid()}>
    ${busy ? words.pay.asking : words.pay.paid}
  </button>`;
}

function asked(scene: OrderingScene): TemplateResult | typeof nothing {
  const { asking, words } = scene;
  if (asking.state === 'asked') return note('info', words.pay.asked);
  if (asking.state !== 'failed') return nothing;
  return note(
    'info',
    asking.failure.code === 'rate_limited' ? words.pay.askLater : problemText(words, asking.failure.code),
  );
}

function invoice(url: string, { words }: OrderingScene): TemplateResult {
  return html`<a class="button main" part="button primary" href=${url} target="_blank" rel="noopener noreferrer">${words.pay.invoice}</a>`;
}
