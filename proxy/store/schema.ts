import type { Generated } from 'kysely';
import type { ConsoleOrder } from '../contract/console-orders.ts';
import type { OrderReason, OrderStatus } from '../contract/order.ts';

/** Times are epoch milliseconds, money whole rupiah, in both databases. */
export interface OrdersTable {
  /** Random, 96 bits; what the order's token signs. Never leaves the proxy. */
  id: string;
  code: string;
  /** Paid by the buyer's QRIS, or from the reseller's balance: the public side knows nothing of the latter. */
  mode: Generated<'dropship' | 'saldo'>;
  status: OrderStatus;
  version: number;
  /** Null once the key may be used again, because certainly nothing was sent. */
  idempotency_key: string | null;
  /** Service and target while the order is open, so that there is one open order for both; null after. */
  open_key: string | null;
  /** SHA-256 of what was asked for, to tell a repeat from a mix-up. */
  request_hash: string;
  sid: string;
  ref: string;
  service_name: string;
  category_id: string;
  category_name: string;
  type: string;
  /** JSON of the fields as the buyer typed them, cleaned. */
  target_fields: string;
  /** The fields joined into what the provider takes. */
  target: string;
  customer_name: string;
  customer_phone: string;
  price: number;
  /** The provider's listed cost that the price was made from. */
  listed_cost: number;
  provider_id: string | null;
  provider_invoice: string | null;
  provider_text: string | null;
  cost: number | null;
  profit: number | null;
  payment_status: 'pending' | 'settlement' | 'expired' | null;
  amount: number | null;
  qr_source: string | null;
  /** The EMVCo text in the QR, once it has been read and found right. */
  qr_payload: string | null;
  expires_at: number | null;
  invoice_url: string | null;
  note: string | null;
  reason: OrderReason | null;
  retry_at: number | null;
  /** How many of the looks after the end have been done. */
  follow_ups: Generated<number>;
  /** The reseller's own remark. */
  reseller_note: string | null;
  /** How the reseller has dealt with an order that came to no good end, and when. */
  resolution: ConsoleOrder['resolution'];
  resolved_at: number | null;
  created_at: number;
  /** When it came to its status: later versions of the same status (a late serial number) do not change it. */
  status_at: Generated<number>;
  updated_at: number;
}

/** One row for each version of an order: what changed, and when. */
export interface OrderEventsTable {
  order_id: string;
  version: number;
  status: OrderStatus;
  payment_status: OrdersTable['payment_status'];
  note: string | null;
  reason: OrderReason | null;
  at: number;
}

/** The provider's catalogue as last seen, so that a restart while it is down has something to show. */
interface CatalogSnapshotsTable {
  provider: string;
  services: string;
  taken_at: number;
}

/** One row for each request a minute that the provider allows. */
interface RequestSlotsTable {
  /** Fingerprint of the API key and the provider's address: slots belong to a key, not to a process. */
  budget: string;
  slot: number;
  free_at: number;
}

/** What holds for all slots of one key together. */
interface RequestBudgetsTable {
  budget: string;
  frozen_until: number;
}

/** QR images fetched from the provider, so that a buyer who comes back finds the same one. */
interface QrImagesTable {
  order_id: string;
  media_type: string;
  bytes: Buffer;
}

/** Something the reseller should look at; one row for each kind and subject, however often it happens. */
interface AlertsTable {
  kind: string;
  subject: string;
  detail: string;
  times: number;
  first_at: number;
  last_at: number;
}

/** How much more than its listed cost a product really cost when it was ordered. */
interface CostLessonsTable {
  scope: 'service' | 'category';
  key: string;
  /** For a service whole rupiah; for a category hundredths of a percent. */
  extra: number;
  learned_at: number;
}

/** What tracking has learnt about how long things take; the counts are `tracking/hazard.ts`'s, as JSON. */
interface HazardsTable {
  key: string;
  counts: string;
}

/** What the reseller has set in the console, by name. */
interface ConsoleSettingsTable {
  name: string;
  value: string;
  set_at: number;
}

/** A browser that is signed in to the console. */
interface ConsoleSessionsTable {
  /** SHA-256 of what its cookie holds: a copied database opens no door. */
  id: string;
  /** The browser's own description of itself. */
  device: string;
  created_at: number;
  seen_at: number;
}

/** A site that tried to show the shop and was refused. */
interface RefusedSitesTable {
  origin: string;
  times: number;
  last_at: number;
}

/** What the reseller has set, every version of it. */
interface DocumentsTable {
  name: string;
  version: number;
  text: string;
  at: number;
}

/** A top-up of the balance that was made in the console. */
interface DepositsTable {
  /** The provider's id of it. */
  id: string;
  amount: number;
  to_pay: number;
  status: 'pending' | 'settlement' | 'expired';
  qr_source: string;
  expires_at: number | null;
  created_at: number;
}

/** A notice on its way to the reseller's own server. */
interface NoticesTable {
  id: string;
  type: string;
  /** What is sent, as JSON; signed when it goes out. */
  body: string;
  state: 'waiting' | 'delivered' | 'given_up';
  attempts: number;
  next_at: number;
  /** What came of the last try. */
  answer: string | null;
  created_at: number;
}

export interface Schema {
  orders: OrdersTable;
  order_events: OrderEventsTable;
  catalog_snapshots: CatalogSnapshotsTable;
  request_slots: RequestSlotsTable;
  request_budgets: RequestBudgetsTable;
  qr_images: QrImagesTable;
  alerts: AlertsTable;
  cost_lessons: CostLessonsTable;
  hazards: HazardsTable;
  console_settings: ConsoleSettingsTable;
  console_sessions: ConsoleSessionsTable;
  refused_sites: RefusedSitesTable;
  documents: DocumentsTable;
  deposits: DepositsTable;
  notices: NoticesTable;
}
