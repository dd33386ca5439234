import type { Store } from './open.ts';

/** A QR image as fetched. */
export interface StoredImage {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Copies of what the provider showed us, kept for when it cannot be asked. */
export class SnapshotStore {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** The last catalogue seen at this provider (its address), as JSON, with its time in epoch ms. */
  async catalog(provider: string): Promise<{ services: string; takenAt: number } | null> {
    const row = await this.#store
      .selectFrom('catalog_snapshots')
      .selectAll()
      .where('provider', '=', provider)
      .executeTakeFirst();
    return row ? { services: row.services, takenAt: row.taken_at } : null;
  }

  /** @param services null: the list is still the one that is kept. @param takenAt epoch ms. */
  async saveCatalog(provider: string, services: string | null, takenAt: number): Promise<void> {
    if (services === null) {
      const kept = this.#store.updateTable('catalog_snapshots').where('provider', '=', provider);
      await kept.set({ taken_at: takenAt }).execute();
      return;
    }
    await this.#store
      .insertInto('catalog_snapshots')
      .values({ provider, services, taken_at: takenAt })
      .onConflict((conflict) => conflict.column('provider').doUpdateSet({ services, taken_at: takenAt }))
      .execute();
  }

  async qrImage(orderId: string): Promise<StoredImage | null> {
    const row = await this.#store
      .selectFrom('qr_images')
      .selectAll()
      .where('order_id', '=', orderId)
      .executeTakeFirst();
    return row ? { mediaType: row.media_type, bytes: row.bytes } : null;
  }

  async saveQrImage(orderId: string, image: StoredImage): Promise<void> {
    await this.#store
      .insertInto('qr_images')
      .values({ order_id: orderId, media_type: image.mediaType, bytes: Buffer.from(image.bytes) })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
