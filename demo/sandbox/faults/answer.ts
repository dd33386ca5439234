/** A JSON object whose fields are not known. */
export type Json = Readonly<Record<string, unknown>>;

/** What goes back over the wire. An object travels as JSON, a text as it stands. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json | string;
  /**
   * `hang`: not a byte, and the connection stays open; `reset`: the connection is torn down; `cut` and
   * `stall`: half of the body, then the connection is closed, or stays open without another byte.
   */
  readonly delivery: 'whole' | 'hang' | 'reset' | 'cut' | 'stall';
  /** Milliseconds between the end of the work and the first byte. */
  readonly delayMs: number;
}

const jsonType = 'application/json; charset=utf-8';

/** An answer under a JSON content type, which a text need not deserve. */
export function jsonAnswer(body: Json | string, status = 200): Answer {
  return { status, headers: { 'Content-Type': jsonType }, body, delivery: 'whole', delayMs: 0 };
}

/** A page as a server in front of the provider sends it. */
export function htmlAnswer(body: string, status: number, headers: Record<string, string> = {}): Answer {
  return { ...jsonAnswer(body, status), headers: { 'Content-Type': 'text/html; charset=UTF-8', ...headers } };
}

/** The dialect's refusal: `{"status": false, "data": {"pesan": "..."}}`. */
export function failure(pesan: string): Json {
  return { status: false, data: { pesan } };
}

/** The body as it travels. */
export function bodyText({ body }: Answer): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}

/** The value as a JSON object; undefined when it is anything else. */
export function asObject(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

/** The object under `data` of a success; undefined for refusals and for bodies of another shape. */
export function dataOf({ body }: Answer): Json | undefined {
  return typeof body === 'string' || body.status === false ? undefined : asObject(body.data);
}

/** The answer with fields of `data` replaced; a field set to undefined is left out of the JSON. */
export function withData(answer: Answer, changes: Json): Answer {
  return { ...answer, body: { ...asObject(answer.body), data: { ...dataOf(answer), ...changes } } };
}
