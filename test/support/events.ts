/** One server-sent event, as a browser would read it. */
export interface StreamEvent {
  readonly event: string;
  readonly id: string;
  readonly data: string;
}

/** Reads a stream of server-sent events until it ends or `enough` says so; comments are left out. */
export async function readEvents(
  url: string,
  enough: (events: readonly StreamEvent[]) => boolean = () => false,
  headers: Record<string, string> = {},
  withinMs = 20_000,
): Promise<StreamEvent[]> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(new Error(`no end of ${url} within ${withinMs} ms`)), withinMs);
  const events: StreamEvent[] = [];
  try {
    const response = await fetch(url, {
      headers: { accept: 'text/event-stream', ...headers },
      signal: stop.signal,
    });
    let rest = '';
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const blocks = (rest + chunk).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
        if (/^data: /m.test(block))
          events.push({ event: field('event'), id: field('id'), data: field('data') });
      }
      if (enough(events)) break;
    }
    return events;
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}
