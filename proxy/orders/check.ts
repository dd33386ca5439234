import type { PricedCatalog, PricedService } from '../catalog/build.ts';
import type { CreateOrder } from '../contract/order.ts';
import { type FieldIssue, ProblemError } from '../contract/problem-error.ts';
import type { NewOrder } from '../store/orders.ts';
import { normalisePhone, readTarget } from '../targets/targets.ts';

/** What of an order is known before it is stored: all but its names and its keys. */
export type CheckedOrder = Omit<NewOrder, 'id' | 'code' | 'idempotency_key' | 'request_hash'>;

/**
 * Everything that can be known to be wrong with a request before the provider is asked. All wrong fields
 * are named at once; after them the product itself is compared with what the buyer saw.
 * @throws ProblemError `invalid_input`, `service_unavailable` or `price_changed`.
 */
export function checkRequest(request: CreateOrder, catalog: PricedCatalog): CheckedOrder {
  const found = catalog.bySid.get(request.sid);
  const known = found?.service.ref === request.ref ? found : null;
  const phone = normalisePhone(request.customer.phone);
  const target = known ? readTargetOf(known, request.target) : null;
  const issues: Record<string, FieldIssue> = {};
  if (phone === null) issues['customer.phone'] = 'phone';
  if (target?.ok === false) {
    for (const [field, issue] of Object.entries(target.issues)) issues[`target.${field}`] = issue;
  }
  if (phone === null || target?.ok === false) throw new ProblemError('invalid_input', { fields: issues });
  if (!known || !target || !known.service.available) throw new ProblemError('service_unavailable');
  const { service, category, listedCost } = known;
  if (service.price !== request.price) throw new ProblemError('price_changed', { price: service.price });
  return {
    open_key: JSON.stringify([service.sid, target.target]),
    sid: service.sid,
    ref: service.ref,
    service_name: service.name,
    category_id: category.summary.id,
    category_name: category.summary.name,
    type: category.summary.type,
    target_fields: JSON.stringify(target.fields),
    target: target.target,
    customer_name: request.customer.name,
    customer_phone: phone,
    price: service.price,
    listed_cost: listedCost,
  };
}

function readTargetOf({ category }: PricedService, typed: CreateOrder['target']) {
  return readTarget(category.definition, typed);
}
