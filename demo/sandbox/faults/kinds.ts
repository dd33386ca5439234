import { brokenKinds } from './broken-kinds.ts';
import { catalogKinds } from './catalog-kinds.ts';
import { connectionKinds } from './connection-kinds.ts';
import type { FaultPath, Kind } from './fault-kind.ts';
import { orderKinds } from './order-kinds.ts';
import type { ParamValues } from './params.ts';
import { refusalKinds } from './refusal-kinds.ts';
import { statusKinds } from './status-kinds.ts';

const table = {
  ...refusalKinds,
  ...brokenKinds,
  ...connectionKinds,
  ...catalogKinds,
  ...orderKinds,
  ...statusKinds,
} satisfies Record<string, Kind>;

/** The name of everything a provider of this family has been seen to do wrong. */
export type FaultName = keyof typeof table;

/** Every kind by name. */
export const faultKinds: Readonly<Record<FaultName, Kind>> = table;

/** The kinds by subject, for the cashier page. */
export const faultGroups: readonly { readonly title: string; readonly names: readonly FaultName[] }[] = [
  { title: 'Penolakan / Refusals', names: namesOf(refusalKinds) },
  { title: 'Jawaban rusak / Broken answers', names: namesOf(brokenKinds) },
  { title: 'Koneksi / Connection', names: namesOf(connectionKinds) },
  { title: 'Daftar layanan / Price list', names: namesOf(catalogKinds) },
  { title: 'Pesanan dan QR / Orders and QR', names: namesOf(orderKinds) },
  { title: 'Status', names: namesOf(statusKinds) },
];

/** A fault to be switched on: its kind, where and how often, and the kind's own parameters. */
export type FaultRequest = { readonly [Name in FaultName]: RequestOf<Name> }[FaultName];

type RequestOf<Name extends FaultName> = {
  readonly kind: Name;
  /** Default: every path where the kind can be seen. */
  readonly path?: FaultPath;
  /** How often it is shown; default 1, Infinity until it is removed. */
  readonly count?: number;
  /** Only requests that send this value in any of their fields: an order id, a target, a sid. */
  readonly only?: string;
} & Partial<ParamValues<(typeof table)[Name]['params']>>;

function namesOf<Table extends Partial<Record<FaultName, Kind>>>(kinds: Table) {
  return Object.keys(kinds) as FaultName[];
}

/** Whether a text names a kind. */
export function isFaultName(name: unknown): name is FaultName {
  return typeof name === 'string' && Object.hasOwn(table, name);
}
