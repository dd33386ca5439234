import { encode as encodePng } from 'fast-png';
import encodeQr from 'qr';
import { fetchPicture, type Picture, PictureRefused, pictureFromDataUrl } from '../provider/qr-image.ts';
import type { OrderRow } from '../store/orders.ts';
import type { SnapshotStore } from '../store/snapshots.ts';

/** Modules of white around the code that scanners need (ISO/IEC 18004), and pixels a module. */
const QUIET_ZONE = 4;
const PIXELS_PER_MODULE = 10;

/** The pictures of orders' QR codes: fetched once, then the same for as long as the order can be paid. */
export class QrPictures {
  readonly #kept: Pick<SnapshotStore, 'qrImage' | 'saveQrImage'>;
  readonly #providerUrl: string;
  readonly #running = new Map<string, Promise<Picture>>();

  constructor(kept: Pick<SnapshotStore, 'qrImage' | 'saveQrImage'>, providerUrl: string) {
    this.#kept = kept;
    this.#providerUrl = providerUrl;
  }

  /**
   * The QR of an order that waits for its payment.
   * @returns null when there is nothing to pay now.
   * @throws PictureRefused when the provider's picture cannot be had or is none.
   */
  async of(order: OrderRow): Promise<Picture | null> {
    if (order.status !== 'awaiting_payment' || order.qr_source === null) return null;
    const source = order.qr_source;
    if (source.startsWith('000201')) return drawQr(source);
    if (source.startsWith('data:')) return pictureFromDataUrl(source);
    const running = this.#running.get(order.id) ?? this.#fetched(order.id, source);
    this.#running.set(order.id, running);
    return running.finally(() => this.#running.delete(order.id));
  }

  async #fetched(orderId: string, source: string): Promise<Picture> {
    const kept = await this.#kept.qrImage(orderId);
    if (kept) return kept as Picture;
    const picture = await fetchPicture(source, this.#providerUrl);
    await this.#kept.saveQrImage(orderId, picture);
    return picture;
  }
}

/** Draws a payload as a crisp black-on-white PNG. @throws PictureRefused when it is too long for a QR code. */
export function drawQr(payload: string): Picture {
  const rows = matrixOf(payload);
  const side = (rows.length + 2 * QUIET_ZONE) * PIXELS_PER_MODULE;
  const data = new Uint8Array(side * side).fill(255);
  for (let y = 0; y < side; y++) {
    const row = rows[Math.floor(y / PIXELS_PER_MODULE) - QUIET_ZONE];
    if (!row) continue;
    for (let x = 0; x < side; x++) {
      if (row[Math.floor(x / PIXELS_PER_MODULE) - QUIET_ZONE]) data[y * side + x] = 0;
    }
  }
  return { mediaType: 'image/png', bytes: encodePng({ width: side, height: side, data, channels: 1 }) };
}

function matrixOf(payload: string): boolean[][] {
  try {
    return encodeQr(payload, 'raw', { ecc: 'medium', border: 0 });
  } catch {
    throw new PictureRefused('a payload that fits no QR code');
  }
}
