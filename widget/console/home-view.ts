import { html, nothing, type TemplateResult } from 'lit';
import type { ConsoleAlert, ConsoleOverview, ConsoleSession } from '../../proxy/contract/console.ts';
import type { OrderStatus } from '../../proxy/contract/order.ts';
import { formatTime } from '../kit/dates.ts';
import { formatRupiah } from '../kit/money.ts';
import { deviceName } from './device.ts';
import type { ConsoleWords } from './words.ts';

type Lang = 'id' | 'en';

/** The shop at a glance, and who is signed in. @param leave signs a browser out; null: all of them. */
export function homeView(
  words: ConsoleWords,
  lang: Lang,
  { overview, sessions }: { overview: ConsoleOverview; sessions: readonly ConsoleSession[] },
  leave: (id: string | null) => void,
): TemplateResult {
  return html`<section class="card">
      <h1 tabindex="-1">${words.balance}</h1>
      ${account(words, overview)}
    </section>
    <section class="card">
      <h2>${words.orders}</h2>
      ${orders(words, overview)}
    </section>
    <section class="card">
      <h2>${words.alerts}</h2>
      ${
        overview.alerts.length === 0
          ? html`<p class="soft">${words.noAlerts}</p>`
          : html`<ul>${overview.alerts.map((one) => alert(words, lang, one))}</ul>`
      }
    </section>
    <section class="card">
      <h2>${words.devices}</h2>
      <ul>${sessions.map((one) => device(words, lang, one, leave))}</ul>
      <button type="button" @click=${() => leave(null)}>${words.signOutAll}</button>
    </section>`;
}

function account(words: ConsoleWords, { account }: ConsoleOverview): TemplateResult {
  if ('trouble' in account) return html`<p class="bad">${words.trouble[account.trouble]}</p>`;
  const { balance, userId } = account;
  return html`<p class="big">${balance === null ? words.balanceUnknown : formatRupiah(balance)}</p>
    <p class="soft">${userId}</p>`;
}

function orders(words: ConsoleWords, { orders: counts }: ConsoleOverview): TemplateResult {
  const entries = (Object.keys(words.status) as OrderStatus[]).flatMap((status) => {
    const count = counts[status] ?? 0;
    return count > 0 ? [html`<div><dt>${words.status[status]}</dt><dd>${count}</dd></div>`] : [];
  });
  return entries.length === 0 ? html`<p class="soft">${words.noOrders}</p>` : html`<dl>${entries}</dl>`;
}

function alert(words: ConsoleWords, lang: Lang, one: ConsoleAlert): TemplateResult {
  const { kind, subject, detail, times, lastAt } = one;
  return html`<li>
    <strong>${words.alert[kind] ?? kind}</strong>
    <span>${[subject, detail].filter(Boolean).join(' · ')}</span>
    <span class="soft"
      >${formatTime(lastAt, lang, Date.now())}${times > 1 ? ` · ${words.times.replace('{0}', String(times))}` : ''}</span
    >
  </li>`;
}

function device(
  words: ConsoleWords,
  lang: Lang,
  { id, device: agent, seenAt, isThis }: ConsoleSession,
  leave: (id: string) => void,
): TemplateResult {
  const name = deviceName(agent) ?? words.unknownDevice;
  return html`<li class="row">
    <span class="grow">
      <strong>${name}${isThis ? ` (${words.thisDevice})` : ''}</strong>
      ${isThis ? nothing : html`<span class="soft">${words.lastSeen.replace('{0}', formatTime(seenAt, lang, Date.now()))}</span>`}
    </span>
    <button type="button" aria-label="${words.signOut}: ${name}" @click=${() => leave(isThis ? 'this' : id)}>
      ${words.signOut}
    </button>
  </li>`;
}
