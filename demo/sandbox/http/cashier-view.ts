import type { ActiveFault } from '../faults/fault-book.ts';
import { type Outcome, slowDeliverySeconds, specialEndings } from '../outcome.ts';
import { readyAccount } from '../provider.ts';
import type { CashierItem } from './cashier-items.ts';
import { activeFaults, faultSwitches } from './fault-view.ts';
import { formatRupiah, html, Markup } from './html.ts';
import { page } from './page.ts';

/** What the cashier page shows. Money in whole rupiah, `now` in Unix milliseconds. */
export interface CashierModel {
  readonly items: readonly CashierItem[];
  readonly balance: number;
  readonly profit: number;
  readonly deliverySeconds: number;
  readonly now: number;
  /** Why the last payment was refused; empty when it was not. */
  readonly problem: string;
  /** What the provider does wrong on purpose just now. */
  readonly faults: readonly ActiveFault[];
  /** Expired QRs can be paid. */
  readonly takesLatePayments: boolean;
}

/** Finished orders on the page; more would bury the open ones on a phone. */
const finishedShown = 12;

const stageWords: Readonly<Record<CashierItem['stage'], string>> = {
  unpaid: 'Menunggu pembayaran',
  expired: 'Kedaluwarsa',
  delivering: 'Dibayar, sedang dikirim',
  done: 'Berhasil',
  failed: 'Gagal',
};

/** The cashier page: what waits to be paid, what became of the rest, and how the sandbox behaves. */
export function cashierPage(model: CashierModel): string {
  const unpaid = model.items.filter(({ stage }) => stage === 'unpaid');
  const others = model.items.filter(({ stage }) => stage !== 'unpaid').slice(0, finishedShown);
  return page(
    'Kasir',
    html`<header class="top">
  <p class="badge">Sandbox · bukan uang sungguhan</p>
  <h1>Kasir</h1>
  <p class="lead">Pengganti aplikasi dompet: bayar QRIS pesanan di sini, lalu lihat halaman toko berubah sendiri.</p>
</header>
${model.problem === '' ? '' : html`<p class="problem" role="alert">${model.problem}</p>`}
<main>
<div id="live" class="live">
  <section aria-labelledby="unpaid">
    <h2 id="unpaid">Menunggu pembayaran <span class="count">${unpaid.length}</span></h2>
    ${unpaid.length === 0 ? html`<p class="empty">Belum ada. Buat pesanan di halaman toko, nanti muncul di sini.</p>` : html`<ul class="items">${unpaid.map((item) => unpaidItem(item, model.now))}</ul>`}
  </section>
  ${
    others.length === 0
      ? ''
      : html`<section aria-labelledby="others">
    <h2 id="others">Pesanan terakhir</h2>
    <ul class="items">${others.map((item) => otherItem(item, model.takesLatePayments))}</ul>
  </section>`
  }
  ${activeFaults(model.faults)}
</div>
${rules(model)}
${faultSwitches()}
</main>
${refreshScript}`,
  );
}

function unpaidItem(item: CashierItem, now: number): Markup {
  const minutes = Math.max(0, Math.ceil(((item.payment?.expiresAt ?? now) - now) / 60_000));
  return html`<li class="item">
  <div class="what"><strong>${item.title}</strong><span class="detail">${item.detail}</span>
  <span class="meta">sisa ${minutes} menit · <a href="/invoice/${item.payment?.token ?? ''}">lihat QR</a></span></div>
  <form method="post" action="/pay/${item.id}"><button id="pay-${item.id}"><span>Bayar / Pay</span> ${formatRupiah(item.amount)}</button></form>
</li>`;
}

function otherItem(item: CashierItem, takesLatePayments: boolean): Markup {
  const late =
    takesLatePayments && item.stage === 'expired'
      ? html`<form method="post" action="/pay/${item.id}"><button id="pay-${item.id}">Bayar terlambat / Pay late</button></form>`
      : '';
  return html`<li class="item">
  <div class="what"><strong>${item.title}</strong><span class="detail">${item.detail}</span>
  ${item.note === '' ? '' : html`<code>${item.note}</code>`}</div>
  <div class="state"><span class="stage ${item.stage}">${stageWords[item.stage]}</span><span class="sum">${formatRupiah(item.amount)}</span></div>
  ${late}
</li>`;
}

function rules({ deliverySeconds, balance, profit }: CashierModel): Markup {
  return html`<aside class="rules">
  <h2>Cara kerja sandbox</h2>
  <p>Setelah dibayar, pesanan terkirim dalam <strong>${deliverySeconds} detik</strong>. Beberapa target sengaja dibuat bermasalah:</p>
  <dl>${specialEndings.map(({ ending, outcome }) => html`<div><dt>…${ending}</dt><dd>${outcomeWords[outcome]}</dd></div>`)}</dl>
  <p class="small">Berlaku untuk setiap angka di target (ID, zona, nomor HP, nomor meter) yang berakhiran begitu.</p>
  <h2>Akun reseller</h2>
  <dl>
    <div><dt>Login</dt><dd>${readyAccount.userId} / ${readyAccount.password}</dd></div>
    <div><dt>Saldo</dt><dd>${formatRupiah(balance)}</dd></div>
    <div><dt>Profit</dt><dd>${formatRupiah(profit)}</dd></div>
  </dl>
</aside>`;
}

const outcomeWords: Readonly<Record<Outcome, string>> = {
  delivered: 'terkirim',
  failed: 'dibayar, lalu pengiriman gagal (Error)',
  slow: `pengiriman lambat (${slowDeliverySeconds} detik)`,
  refused: 'langsung ditolak saat pesanan dibuat',
};

/** Renews the lists every 2 s without losing the keyboard's place; without scripts, reload by hand. */
const refreshScript = new Markup(`<script>
setInterval(async () => {
  if (document.hidden) return;
  try {
    const fresh = new DOMParser().parseFromString(await (await fetch('/')).text(), 'text/html');
    for (const selector of ['#live', '.rules']) {
      const now = document.querySelector(selector), next = fresh.querySelector(selector);
      if (now.innerHTML === next.innerHTML) continue;
      const focused = now.contains(document.activeElement) ? document.activeElement.id : '';
      now.replaceWith(next);
      if (focused) document.getElementById(focused)?.focus();
    }
  } catch {}
}, 2000);
</script>`);
