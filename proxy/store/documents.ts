import type { Store } from './open.ts';

/** One version of a document, as JSON; its time in epoch ms. */
export interface DocumentVersion {
  readonly version: number;
  readonly text: string;
  readonly at: number;
}

/** A document of which every version is kept: what the reseller has set, and what he had set before. */
export class VersionedDocument {
  readonly #store: Store;
  readonly #name: string;

  constructor(store: Store, name: 'prices' | 'offer') {
    this.#store = store;
    this.#name = name;
  }

  /** The version that holds; null before the first. */
  async current(): Promise<DocumentVersion | null> {
    return (await this.history(1))[0] ?? null;
  }

  async find(version: number): Promise<DocumentVersion | null> {
    const query = this.#rows().where('version', '=', version);
    return (await query.executeTakeFirst()) ?? null;
  }

  /** The newest first. */
  async history(most: number): Promise<DocumentVersion[]> {
    return this.#rows().orderBy('version', 'desc').limit(most).execute();
  }

  /**
   * Adds the next version, if nobody else has done so meanwhile.
   * @param after the version it was made from; 0: none.
   * @returns whether it was added.
   */
  async add(after: number, text: string, at: number): Promise<boolean> {
    const added = await this.#store
      .insertInto('documents')
      .values({ name: this.#name, version: after + 1, text, at })
      .onConflict((conflict) => conflict.doNothing())
      .returning('version')
      .executeTakeFirst();
    return added !== undefined;
  }

  #rows() {
    return this.#store
      .selectFrom('documents')
      .select(['version', 'text', 'at'])
      .where('name', '=', this.#name);
  }
}
