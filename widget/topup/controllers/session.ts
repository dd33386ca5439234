import type { Client } from '../api/client.ts';
import type { Shelf } from '../state/storage.ts';

/** What the controllers share: whom to ask and where to remember. Replaced when the proxy changes. */
export interface Session {
  readonly client: Client;
  readonly shelf: Shelf;
}
