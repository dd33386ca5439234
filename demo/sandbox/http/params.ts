import type { Request } from 'express';
import { Refusal } from '../refusal.ts';

/** The values of a request by name: from path and query, and from a JSON or form body, which goes first. */
export class Params {
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(request: Request) {
    const body: unknown = request.body;
    this.#values = {
      ...request.params,
      ...request.query,
      ...(typeof body === 'object' && !Array.isArray(body) ? body : {}),
    };
  }

  /** A text or number as trimmed text; empty when absent or of another kind. */
  text(name: string): string {
    const value = this.#values[name];
    if (typeof value === 'number') return String(value);
    return typeof value === 'string' ? value.trim() : '';
  }

  /** Every value as text, by name. */
  texts(): Record<string, string> {
    return Object.fromEntries(Object.keys(this.#values).map((name) => [name, this.text(name)]));
  }

  /** Whole rupiah, as a number or its digits; null when absent. @throws Refusal when it is anything else */
  rupiah(name: string): number | null {
    const value = this.#values[name];
    if (value === undefined || value === null || value === '') return null;
    const text = this.text(name);
    if (!/^\d{1,12}$/.test(text)) throw new Refusal(`${name} harus bilangan bulat rupiah.`);
    return Number(text);
  }
}
