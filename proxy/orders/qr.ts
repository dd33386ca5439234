import { setTimeout as sleep } from 'node:timers/promises';
import { ProblemError } from '../contract/problem-error.ts';
import { fetchPicture, type Picture, PictureRefused, pictureFromDataUrl } from '../provider/qr-image.ts';
import type { OrderRow } from '../store/orders.ts';
import type { SnapshotStore } from '../store/snapshots.ts';
import { checkQris } from './emvco.ts';
import { drawQr, readQr } from './qr-code.ts';

/** What came of reading an order's QR. */
export type QrReading =
  /** Read and right: draw it ourselves. */
  | { readonly kind: 'payload'; readonly payload: string }
  /** A picture we cannot read, or that has not come yet: relay it as it is. */
  | { readonly kind: 'picture' }
  /** Broken, or for another amount: it must not be shown. */
  | { readonly kind: 'wrong'; readonly why: 'wrong_checksum' | 'wrong_amount' | 'not_emvco' };

/** How every QRIS payload begins: format indicator "01". */
const QRIS_START = '000201';

/** A picture that failed once may come at the next try. */
const RETRY_MS = 5_000;

/** How long a buyer's order waits for its picture. */
const PATIENCE_MS = 2_500;

/** What reading and showing QR codes needs from outside. */
export interface QrParts {
  readonly kept: Pick<SnapshotStore, 'qrImage' | 'saveQrImage'>;
  readonly providerUrl: string;
  readonly onTrouble: (error: unknown, order: { code: string }) => void;
}

/** Orders' QR codes: read and checked once, then shown the same for as long as the order can be paid. */
export class QrCodes {
  readonly #parts: QrParts;
  readonly #running = new Map<string, Promise<Picture>>();

  constructor(parts: QrParts) {
    this.#parts = parts;
  }

  /** Whether reading it may take a moment, because a picture has to be fetched first. */
  isFetched(source: string | null): boolean {
    return source !== null && !source.startsWith(QRIS_START) && !source.startsWith('data:');
  }

  /**
   * Reads what the provider gave for this order and compares it with the amount to pay. A picture that
   * does not come in a moment is read when it is asked for, so that a slow picture holds up no order.
   */
  async read(order: OrderRow): Promise<QrReading> {
    const source = order.qr_source ?? '';
    const payload = source.startsWith(QRIS_START)
      ? source
      : await Promise.race([this.#payloadInPicture(order, source), sleep(PATIENCE_MS, null, { ref: false })]);
    if (!payload?.startsWith(QRIS_START)) return { kind: 'picture' };
    const check = checkQris(payload, order.amount ?? order.price);
    return check.ok ? { kind: 'payload', payload } : { kind: 'wrong', why: check.why };
  }

  /**
   * The QR of an order that waits for its payment, as a picture.
   * @returns null when there is nothing to pay now.
   * @throws ProblemError `provider_unavailable` when the provider's picture cannot be had or is none.
   */
  async pictureOf(order: OrderRow): Promise<Picture | null> {
    if (order.status !== 'awaiting_payment' || order.qr_source === null) return null;
    try {
      const payload = order.qr_payload ?? (await this.#payloadToShow(order));
      return (payload === null ? null : drawQr(payload)) ?? (await this.#picture(order.id, order.qr_source));
    } catch (error) {
      if (!(error instanceof PictureRefused)) throw error;
      this.#parts.onTrouble(error, order);
      throw new ProblemError('provider_unavailable', { retryAfterMs: RETRY_MS });
    }
  }

  /** For an order whose picture could not be had when it was placed: it is checked now, before it is shown. */
  async #payloadToShow(order: OrderRow): Promise<string | null> {
    const reading = await this.read(order);
    if (reading.kind === 'wrong') throw new PictureRefused(reading.why);
    return reading.kind === 'payload' ? reading.payload : null;
  }

  async #payloadInPicture(order: OrderRow, source: string): Promise<string | null> {
    try {
      return readQr(await this.#picture(order.id, source));
    } catch (error) {
      if (!(error instanceof PictureRefused)) throw error;
      this.#parts.onTrouble(error, order);
      return null;
    }
  }

  #picture(orderId: string, source: string): Promise<Picture> {
    const running = this.#running.get(orderId);
    if (running) return running;
    const fetched = this.#fetched(orderId, source).finally(() => this.#running.delete(orderId));
    this.#running.set(orderId, fetched);
    return fetched;
  }

  async #fetched(orderId: string, source: string): Promise<Picture> {
    if (source.startsWith('data:')) return pictureFromDataUrl(source);
    const kept = await this.#parts.kept.qrImage(orderId);
    if (kept) return kept as Picture;
    const picture = await fetchPicture(source, this.#parts.providerUrl);
    await this.#parts.kept.saveQrImage(orderId, picture);
    return picture;
  }
}
