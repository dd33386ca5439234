import type { Category, Service, TargetField } from '../../../proxy/contract/catalog.ts';
import type { CreateOrder, Order } from '../../../proxy/contract/order.ts';
import { normalisePhone } from '../../kit/phone.ts';
import type { Buyer } from './storage.ts';
import { cleanTarget, cleanValue, inferChoice, type Target } from './target.ts';

/** Why a field cannot be sent as it is: our own finding, or a sentence of the proxy's. */
export type FieldError = 'required' | 'digits' | 'phone' | { readonly said: string };

/** By the wire's path of the field: `sid`, `target.userId`, `customer.phone`. */
export type FieldErrors = Readonly<Record<string, FieldError>>;

/** An order being put together for one category. */
export interface Draft {
  readonly categoryId: string;
  readonly sid: string | null;
  readonly target: Target;
  /** Fields the buyer set himself: what he chose is never overwritten by what was inferred. */
  readonly touched: readonly string[];
  /** Fields the buyer has left: only then is a value that looks odd remarked on. */
  readonly settled: readonly string[];
  readonly buyer: Buyer;
  /** The target is to be kept on this device once it is ordered. */
  readonly keep: boolean;
  readonly errors: FieldErrors;
}

/** A fresh draft; the buyer's own words come from this device's memory. */
export function emptyDraft(categoryId: string, buyer: Buyer): Draft {
  return { categoryId, sid: null, target: {}, touched: [], settled: [], buyer, keep: false, errors: {} };
}

/** The draft that would make this order again. */
export function draftOf(order: Order, buyer: Buyer): Draft {
  const touched = Object.keys(order.target);
  return {
    ...emptyDraft(order.service.categoryId, buyer),
    sid: order.service.sid,
    target: order.target,
    touched,
  };
}

/** The draft with some target fields set by the buyer and the others inferred from them. */
export function withTarget(draft: Draft, fields: readonly TargetField[], typed: Target): Draft {
  const touched = [...new Set([...draft.touched, ...Object.keys(typed)])];
  const target: Record<string, string> = { ...draft.target, ...typed };
  for (const field of fields) {
    const inferred = touched.includes(field.name) ? null : inferChoice(field, target);
    if (inferred !== null) target[field.name] = inferred;
  }
  const mended = Object.keys(target)
    .filter((name) => target[name])
    .map((name) => `target.${name}`);
  return { ...draft, target, touched, errors: without(draft.errors, mended) };
}

/** The draft with a field left by the buyer. */
export function withSettled(draft: Draft, name: string): Draft {
  return { ...draft, settled: [...new Set([...draft.settled, name])] };
}

/** The draft with a name or phone typed. */
export function withBuyer(draft: Draft, buyer: Partial<Buyer>): Draft {
  const mended = Object.keys(buyer).map((name) => `customer.${name}`);
  return { ...draft, buyer: { ...draft.buyer, ...buyer }, errors: without(draft.errors, mended) };
}

/** The draft with a nominal chosen. */
export function withService(draft: Draft, sid: string): Draft {
  return { ...draft, sid, errors: without(draft.errors, ['sid']) };
}

/** The chosen nominal, if it is still for sale. */
export function chosenService(draft: Draft, category: Category): Service | null {
  return category.services.find((service) => service.sid === draft.sid && service.available) ?? null;
}

/** What stands in the way of ordering, in the order of the page; empty when nothing does. */
export function validate(draft: Draft, category: Category): FieldErrors {
  const errors: Record<string, FieldError> = {};
  if (!chosenService(draft, category)) errors.sid = 'required';
  for (const field of category.fields) {
    const error = fieldError(field, draft.target[field.name] ?? '');
    if (error) errors[`target.${field.name}`] = error;
  }
  if (!draft.buyer.name.trim()) errors['customer.name'] = 'required';
  if (!draft.buyer.phone.trim()) errors['customer.phone'] = 'required';
  else if (!normalisePhone(draft.buyer.phone)) errors['customer.phone'] = 'phone';
  return errors;
}

/** The wire's body of a valid draft. */
export function toOrder(draft: Draft, category: Category, service: Service): CreateOrder {
  return {
    sid: service.sid,
    ref: service.ref,
    price: service.price,
    target: cleanTarget(category.fields, draft.target),
    customer: {
      name: draft.buyer.name.trim(),
      phone: normalisePhone(draft.buyer.phone) ?? draft.buyer.phone.trim(),
    },
  };
}

function fieldError(field: TargetField, value: string): FieldError | null {
  const clean = cleanValue(field, value);
  if (!clean) return field.optional ? null : 'required';
  if (field.kind === 'digits' && !/^\d+$/.test(clean)) return 'digits';
  return null;
}

function without(errors: FieldErrors, names: readonly string[]): FieldErrors {
  return Object.fromEntries(Object.entries(errors).filter(([name]) => !names.includes(name)));
}
