/** One event of Chromium's trace; times in microseconds, `tts` and `tdur` by the thread's own clock. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly tts?: number;
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args: {
    readonly name?: string;
    readonly data?: { readonly url?: string };
    readonly fileName?: string;
  };
}

/** What to ask of the trace: more would show more and slow the scripts down. */
export const CATEGORIES = ['devtools.timeline', 'v8.execute', 'blink.user_timing'];

/** Compiling and running that names its script. Events nest, so the time of each is counted once. */
const NAMED = new Set([
  'EvaluateScript',
  'FunctionCall',
  'v8.compile',
  'v8.compileModule',
  'v8.produceCache',
]);
/** Running that names no script: on a page with no other script it is the widget's. In microtasks Lit draws. */
const NAMELESS = new Set(['v8.evaluateModule', 'v8.produceModuleCache', 'RunMicrotasks']);

/** Reads what Chromium's tracing has written. */
export function readTrace(file: Buffer): readonly TraceEvent[] {
  return (JSON.parse(file.toString('utf8')) as { traceEvents: TraceEvent[] }).traceEvents;
}

/**
 * Milliseconds the page's main thread spent on scripts from this address, up to a mark (or the trace's end).
 * By the thread's own clock, which stands still while the machine runs something else; waiting for another process,
 * as the first look into localStorage does, is not in it either. Layout that a script forces is in it; what the bench
 * runs in the page is not.
 */
export function scriptTime(trace: readonly TraceEvent[], address: string, mark?: string): number {
  const isTheirs = ({ args }: TraceEvent) => (args.data?.url ?? args.fileName ?? '').startsWith(address);
  const first = trace.find((event) => NAMED.has(event.name) && isTheirs(event) && isMain(trace, event));
  if (!first) throw new Error(`The trace holds no script from ${address}.`);
  const { pid, tid } = first;
  const end = mark === undefined ? Number.POSITIVE_INFINITY : trace.find(({ name }) => name === mark)?.tts;
  if (end === undefined) throw new Error(`The trace holds no mark ${mark}.`);
  const here = trace.filter((event) => event.pid === pid && event.tid === tid && event.ph === 'X');
  const spans = (isCounted: (event: TraceEvent) => boolean) =>
    here
      .filter(isCounted)
      .map(({ tts = 0, tdur = 0 }) => ({ from: Math.min(tts, end), to: Math.min(tts + tdur, end) }));
  const theirs = spans((event) => NAMELESS.has(event.name) || (NAMED.has(event.name) && isTheirs(event)));
  const others = spans((event) => NAMED.has(event.name) && !isTheirs(event));
  return (covered([...theirs, ...others]) - covered(others)) / 1000;
}

/** The length of all spans together, where they overlap counted once. */
function covered(spans: { from: number; to: number }[]): number {
  let sum = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const { from, to } of spans.sort((a, b) => a.from - b.from)) {
    sum += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return sum;
}

function isMain(trace: readonly TraceEvent[], { pid, tid }: TraceEvent): boolean {
  return trace.some(
    (event) =>
      event.name === 'thread_name' &&
      event.pid === pid &&
      event.tid === tid &&
      event.args.name === 'CrRendererMain',
  );
}
