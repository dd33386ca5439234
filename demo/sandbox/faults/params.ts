import { FaultMistake } from './fault-mistake.ts';

/** What a parameter of a fault may be. The first choice, or `standard`, holds when it is not given. */
export type ParamSpec =
  | { readonly type: 'choice'; readonly choices: readonly string[]; readonly standard: string }
  | { readonly type: 'number'; readonly standard: number }
  | { readonly type: 'text'; readonly standard: string };

export type ParamSpecs = Readonly<Record<string, ParamSpec>>;

/** The values of parameters by name, as their specs allow them. */
export type ParamValues<Specs extends ParamSpecs> = {
  readonly [Name in keyof Specs]: ValueOf<Specs[Name]>;
};

type ValueOf<Spec extends ParamSpec> = Spec extends { readonly choices: readonly (infer Choice)[] }
  ? Choice
  : Spec extends { readonly type: 'number' }
    ? number
    : string;

/** One of these words; the first is the default. */
export function choice<const Choices extends readonly [string, ...string[]]>(...choices: Choices) {
  return { type: 'choice', choices, standard: choices[0] } as const;
}

/** A number; a unit belongs in the parameter's name. */
export function number(standard: number) {
  return { type: 'number', standard } as const;
}

/** Any text. */
export function text(standard: string) {
  return { type: 'text', standard } as const;
}

/** Reads given values, which may be texts of a form, filling in defaults. @throws FaultMistake */
export function readParams(specs: ParamSpecs, given: Readonly<Record<string, unknown>>) {
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(specs, name)) {
      throw new FaultMistake(`no parameter "${name}"; known: ${Object.keys(specs).join(', ') || 'none'}`);
    }
  }
  return Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => [name, readParam(name, spec, given[name])]),
  );
}

function readParam(name: string, spec: ParamSpec, value: unknown): string | number {
  if (value === undefined) return spec.standard;
  if (spec.type === 'number') {
    const read = value === '' ? Number.NaN : Number(value);
    if (!Number.isFinite(read)) throw new FaultMistake(`${name} must be a number`);
    return read;
  }
  if (typeof value !== 'string') throw new FaultMistake(`${name} must be text`);
  if (spec.type === 'choice' && !spec.choices.includes(value)) {
    throw new FaultMistake(`${name} must be one of: ${spec.choices.join(', ')}`);
  }
  return value;
}
