/** Plain data as it goes over the wire. A test holds every bit of it against the proxy's own schemas. */
export type Json = Readonly<Record<string, unknown>>;

/** Where and when a state is shown. */
export interface Showing {
  /** Unix milliseconds: what every time in the data is counted from. */
  readonly at: number;
  /** The address this state's element has as its proxy, without a slash at its end. */
  readonly base: string;
}

/** What the fixed proxy says to one request. */
export interface Answer {
  readonly status: number;
  readonly body: Json | null;
}

type Route = (showing: Showing) => Answer;

/** The routes of the wire. What is left out answers as a shop on a good day. */
interface Answers {
  readonly catalog?: Route;
  readonly category?: Route;
  readonly create?: Route;
  readonly order?: Route;
  readonly check?: Route;
}

/**
 * What a buyer does. Things are named as he reads them, and each step waits until its thing is there:
 * `press` a button, `pick` a nominal, `type` or `choose` in a labelled field, `leave` that field.
 * `every` repeats a press, for what fades by itself. `unplug` takes the network away.
 */
export type Step =
  | { readonly press: string; readonly every?: number }
  | { readonly pick: string }
  | { readonly type: readonly [label: string, text: string] }
  | { readonly choose: readonly [label: string, value: string] }
  | { readonly leave: string }
  | { readonly see: string }
  | { readonly unplug: true };

/** One state of the widget, and how it comes about. */
export interface GalleryState {
  /** Lower case with hyphens: its address, and the name of its screenshots. */
  readonly name: string;
  /** What a designer calls it. */
  readonly title: string;
  /** Words that are on screen in this state and in no neighbouring one. */
  readonly shows: string;
  /** Attributes of the element besides `proxy` and `theme`. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** What the device remembers, by the widget's own keys (`order`, `mine`, `attempt`, `buyer`). */
  readonly remember?: (showing: Showing) => Json;
  readonly answers?: Answers;
  /** Requests that are never answered, such as `GET /api/catalog`; a `*` stands for one name. */
  readonly silent?: readonly string[];
  readonly steps?: readonly Step[];
}

/** A good answer. */
export const ok = (body: Json, status = 200): Answer => ({ status, body });

/** A refusal as problem+json. The widget goes by `code` and the members; the sentences are for developers. */
export function problem(status: number, code: string, members: Json = {}): Answer {
  return {
    status,
    body: {
      type: 'about:blank',
      title: code,
      status,
      detail: 'Fixed data of the gallery.',
      code,
      ...members,
    },
  };
}
