import type { Twist } from '../twist.ts';
import type { Answer } from './answer.ts';
import type { Kind, Visit } from './fault-kind.ts';
import type { FaultName, FaultRequest } from './kinds.ts';
import { faultKinds } from './kinds.ts';
import { type Fault, readFault } from './read-fault.ts';

/** A fault that is switched on. */
export interface ActiveFault extends Fault {
  readonly id: string;
}

/** The faults that are switched on, in the order of switching; each is off when it has been shown `count` times. */
export class FaultBook {
  readonly #active = new Map<string, ActiveFault>();
  #added = 0;

  /** Switches a fault on and gives its id. @throws FaultMistake when it cannot be as asked */
  add(request: FaultRequest): string {
    return this.addFrom({ ...request });
  }

  /** The same for fields from outside, whose values may be texts of a form. @throws FaultMistake */
  addFrom(fields: Readonly<Record<string, unknown>>): string {
    const fault = readFault(fields);
    this.#added += 1;
    const id = `fault-${this.#added}`;
    this.#active.set(id, { id, ...fault });
    return id;
  }

  /** What is still on; `count` is how often it will yet be shown. */
  list(): ActiveFault[] {
    return [...this.#active.values()];
  }

  /** Switches one off; nothing happens when it is off. */
  remove(id: string): void {
    this.#active.delete(id);
  }

  /** Switches all off. */
  clear(): void {
    this.#active.clear();
  }

  /** True while a fault of this kind is on. */
  has(kind: FaultName): boolean {
    return this.list().some((fault) => fault.kind === kind);
  }

  /** How the work of this request is to be done. */
  twist(visit: Visit): Twist {
    const twist: Twist = {};
    for (const [fault, kind] of this.#seenBy(visit)) {
      if (kind.when !== 'before') continue;
      const own: Twist = { ...twist };
      if (!kind.apply(own, fault.params, visit)) continue;
      Object.assign(twist, own);
      this.#spend(fault);
    }
    return twist;
  }

  /** The answer in place of the true one, if a fault has one: the one switched on first. */
  replacement(visit: Visit): { readonly answer: Answer; readonly skipsWork: boolean } | undefined {
    for (const [fault, kind] of this.#seenBy(visit)) {
      if (kind.when !== 'instead') continue;
      this.#spend(fault);
      return { answer: kind.apply(fault.params, visit), skipsWork: fault.params.work !== 'done' };
    }
    return undefined;
  }

  /** The answer as the remaining faults leave it, each applied to what the one before made of it. */
  alter(visit: Visit, answer: Answer): Answer {
    let altered = answer;
    for (const [fault, kind] of this.#seenBy(visit)) {
      if (kind.when !== 'after' || altered.delivery !== 'whole') continue;
      const next = kind.apply(altered, fault.params, visit);
      if (!next) continue;
      altered = next;
      this.#spend(fault);
    }
    return altered;
  }

  #seenBy({ path, values }: Visit): [ActiveFault, Kind][] {
    return this.list()
      .map((fault): [ActiveFault, Kind] => [fault, faultKinds[fault.kind]])
      .filter(
        ([fault, kind]) =>
          (fault.path === null ? kind.paths.includes(path) : fault.path === path) &&
          (fault.only === null || Object.values(values).includes(fault.only)),
      );
  }

  #spend(fault: ActiveFault): void {
    if (fault.count <= 1) this.#active.delete(fault.id);
    else this.#active.set(fault.id, { ...fault, count: fault.count - 1 });
  }
}
