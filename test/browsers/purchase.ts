import { deepEqual, equal, match } from 'node:assert/strict';
import { waitFor } from '../support/shop.ts';
import { payNewest, type Stage } from '../support/stage.ts';
import { ANSWER_LIMIT_MS, type Tab } from './engine.ts';
import { COLLECT_ERRORS, ERRORS, hasFocus, isThere, loadedPicture, named, TEXT } from './page-script.ts';

/**
 * The whole purchase as a reader of the blog makes it, whatever his browser: find, choose, type, check, pay,
 * read the serial number, and find it again after a reload.
 * @throws Error at the first thing that is not as it should be; it says what, and what the widget showed.
 */
export async function smokePurchase(tab: Tab, stage: Stage): Promise<void> {
  const { sandbox, pages } = stage;
  const buyer = new Buyer(tab);
  await tab.goto(`${pages.url}/blog`);
  await tab.read(COLLECT_ERRORS);

  await buyer.types('Cari game', 'free fire');
  await buyer.sees('no other game', `!${isThere('button', 'Mobile Legends')}`);
  await buyer.clicks('button', 'Free Fire');
  await buyer.clicks('label', '70 Diamond');
  await buyer.sees('70 Diamond chosen', isThere('input:checked', '70 Diamond'));
  await buyer.types('User ID', '123456789');
  await buyer.types('Nama', 'Budi');
  await buyer.types('Nomor WhatsApp', '+62 812-3456-7890');
  await buyer.clicks('button', 'Lanjut');
  await buyer.clicks('button', 'Bayar dengan QRIS');
  await buyer.sees('the picture of the QR', loadedPicture('Kode QRIS'));
  const code = await buyer.orderCode();

  payNewest(stage);
  await buyer.sees('the delivery', isThere('h2', 'Berhasil dikirim'));
  const [order] = sandbox.orders();
  const { target, sellingPrice, customerName, customerPhone } = order ?? {};
  deepEqual(
    { target, sellingPrice, customerName, customerPhone },
    { target: '123456789', sellingPrice: 11_000, customerName: 'Budi', customerPhone: '081234567890' },
  );
  const serial = (order?.catatan ?? '').replace(/^SN: /, '');
  match(serial, /\w{6}/);
  await buyer.reads(serial);
  deepEqual(await tab.read(ERRORS), [], 'the page has thrown');

  await tab.reload();
  await tab.read(COLLECT_ERRORS);
  await buyer.sees('the delivery after a reload', isThere('h2', 'Berhasil dikirim'));
  await buyer.reads(serial);
  equal(await buyer.orderCode(), code, 'another order after the reload');
  equal(sandbox.orders().length, 1, 'a second order at the provider');
  deepEqual(await tab.read(ERRORS), [], 'the page has thrown after the reload');
}

/** The hands and eyes of somebody who waits for what he needs, but not for ever. */
class Buyer {
  readonly #tab: Tab;

  constructor(tab: Tab) {
    this.#tab = tab;
  }

  async clicks(selector: string, name: string): Promise<void> {
    await this.#until(`${selector} "${name}"`, () => this.#tab.click(named(selector, name)));
  }

  async types(label: string, text: string): Promise<void> {
    const input = named('input', label);
    // Where the page has moved under the mouse, the click met something else: then a buyer clicks again.
    await this.#until(`input "${label}"`, async () => {
      return (await this.#tab.click(input)) && Boolean(await this.#tab.read(hasFocus(input)));
    });
    await this.#tab.type(text);
  }

  /** Waits until the expression holds. */
  async sees(what: string, expression: string): Promise<void> {
    await this.#until(what, async () => Boolean(await this.#tab.read(expression)));
  }

  async reads(text: string): Promise<void> {
    await this.#until(`text "${text}"`, async () => (await this.#text()).includes(text));
  }

  /** The shop's own code of the order on the screen. */
  async orderCode(): Promise<string> {
    const [code] = /ZT-[A-Z0-9]+/.exec(await this.#text()) ?? [];
    if (code === undefined) throw new Error(`no code of an order; the widget showed: ${await this.#text()}`);
    return code;
  }

  async #until(what: string, ask: () => Promise<boolean>): Promise<void> {
    await waitFor(ask, ANSWER_LIMIT_MS).catch(async (cause: unknown) => {
      const shown = await this.#text().catch(() => 'nothing that could be read');
      const reason = String(cause);
      throw new Error(`${what} did not come (${reason}); the widget showed: ${shown}`, { cause });
    });
  }

  async #text(): Promise<string> {
    return String(await this.#tab.read(TEXT));
  }
}
