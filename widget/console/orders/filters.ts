/** What the list can be narrowed to by a tap: '' for everything, and what needs a person first. */
export const ORDER_FILTERS = [
  '',
  'attention',
  'awaiting_payment',
  'processing',
  'succeeded',
  'failed',
  'expired',
  'rejected',
  'unconfirmed',
] as const;
