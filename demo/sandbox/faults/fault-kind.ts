import type { SandboxProvider } from '../provider.ts';
import type { Twist } from '../twist.ts';
import type { Answer } from './answer.ts';
import type { ParamSpecs, ParamValues } from './params.ts';

/** The paths under `/api`; `/payment/status` stands for `/payment/status/{orderId}`. */
export const apiPaths = [
  '/auth/register',
  '/auth/login',
  '/user/me',
  '/user/regenerate-key',
  '/services',
  '/order/create',
  '/order/status',
  '/payment/deposit',
  '/payment/status',
  '/payment/history',
] as const;

export type ApiPath = (typeof apiPaths)[number];

/** `/pay` is the cashier's button and `sandbox.pay`. */
export type FaultPath = ApiPath | '/pay';

/** One request as a fault sees it. */
export interface Visit {
  readonly path: FaultPath;
  /** What the caller sent, by name, as texts. */
  readonly values: Readonly<Record<string, string>>;
  readonly provider: SandboxProvider;
}

interface KindBase<Params extends ParamSpecs> {
  /** One plain line for the cashier page. */
  readonly id: string;
  readonly en: string;
  /** Where it can be seen. */
  readonly paths: readonly FaultPath[];
  readonly params: Params;
}

// The `apply`s are methods, because only their parameters may be narrower in one kind than in all of them.

/** Changes how the work is done. False when this request gives it nothing to change. */
export interface BeforeKind<Params extends ParamSpecs = ParamSpecs> extends KindBase<Params> {
  readonly when: 'before';
  apply(twist: Twist, params: ParamValues<Params>, visit: Visit): boolean;
}

/**
 * Answers in place of the work. With a parameter `work` set to `done`, the work is done all the same and
 * only its answer is lost: the order exists and nobody was told.
 */
export interface InsteadKind<Params extends ParamSpecs = ParamSpecs> extends KindBase<Params> {
  readonly when: 'instead';
  apply(params: ParamValues<Params>, visit: Visit): Answer;
}

/** Changes the true answer of the work. Undefined when this answer gives it nothing to change. */
export interface AfterKind<Params extends ParamSpecs = ParamSpecs> extends KindBase<Params> {
  readonly when: 'after';
  apply(answer: Answer, params: ParamValues<Params>, visit: Visit): Answer | undefined;
}

export type Kind = BeforeKind | InsteadKind | AfterKind;

/** Declares a kind that changes how the work is done. */
export function before<const Params extends ParamSpecs>(kind: Omit<BeforeKind<Params>, 'when'>) {
  return { ...kind, when: 'before' } as const;
}

/** Declares a kind that answers in place of the work. */
export function instead<const Params extends ParamSpecs>(kind: Omit<InsteadKind<Params>, 'when'>) {
  return { ...kind, when: 'instead' } as const;
}

/** Declares a kind that changes the true answer. */
export function after<const Params extends ParamSpecs>(kind: Omit<AfterKind<Params>, 'when'>) {
  return { ...kind, when: 'after' } as const;
}
