import { formatWib } from '../clock.ts';
import type { CashierItem } from './cashier-items.ts';
import { formatRupiah, html } from './html.ts';
import { page } from './page.ts';

/** The page behind `invoice_url`: the QR as long as it can be paid, and the exact amount. */
export function invoicePage(item: CashierItem): string {
  const { payment } = item;
  const qr =
    payment && item.stage === 'unpaid'
      ? html`<img class="qr" src="/qr/${payment.token}" alt="QRIS ${formatRupiah(item.amount)}" width="280" height="280">
  <form method="post" action="/pay/${item.id}"><button>Bayar / Pay ${formatRupiah(item.amount)}</button></form>
  <p class="small">Bayar sebelum pukul ${formatWib(payment.expiresAt).slice(11, 16)} WIB</p>`
      : html`<p class="notice">${item.stage === 'expired' ? 'QR sudah kedaluwarsa.' : 'Sudah dibayar. Terima kasih!'}</p>`;
  return page(
    'Invoice',
    html`<main class="invoice">
  <p class="badge">Sandbox · bukan uang sungguhan</p>
  <h1>${formatRupiah(item.amount)}</h1>
  <p><strong>${item.title}</strong><br><span class="detail">${item.detail}</span></p>
  ${qr}
  <p class="small"><a href="/">Ke kasir</a></p>
</main>`,
  );
}
