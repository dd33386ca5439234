import { html, type TemplateResult } from 'lit';
import { formatTime } from '../../kit/dates.ts';
import type { OrderingActions, OrderingScene } from '../state/scene.ts';
import type { Mine } from '../state/storage.ts';
import { icon } from './icons.ts';
import { head, price } from './pieces.ts';
import { cover } from './tile.ts';

/** The orders made on this device; each opens as it is now. */
export function mineView(scene: OrderingScene, { way }: OrderingActions): TemplateResult {
  const { words, mine } = scene;
  const back = { label: words.form.back, go: () => way.back() };
  return html`${head(words.mine.title, { back, isNarrow: true })}
    <div class="body narrow">
      ${
        mine.length > 0
          ? html`<ul class="list" part="orders">
              ${mine.map((one) => row(one, scene, () => way.open(one.token)))}
            </ul>`
          : html`<div class="blank">${icon('tag')}<p class="strong">${words.mine.empty}</p></div>`
      }
      <p class="hint">${words.mine.hint}</p>
    </div>`;
}

function row(one: Mine, { words, lang, now }: OrderingScene, open: () => void): TemplateResult {
  return html`<li>
    <button type="button" class="row" @click=${open}>
      ${cover(one.category, '')}
      <span class="grow">
        <strong>${one.service}</strong>
        <span class="soft">${one.category}</span>
        <span class="soft">${formatTime(one.at, lang, now)}</span>
      </span>
      <span class="end">${price(one.price)}<span class="state ${one.status}">${one.status === 'awaiting_payment' ? words.mine.unpaid : words.status[one.status].title}</span></span>
    </button>
  </li>`;
}
