/** What the page notes of itself while it is measured. */
export interface Watched {
  /** Sum of all layout shifts, explained by an input or not. */
  cls: number;
  /** What moved, for the eye of whoever looks into a missed goal. */
  moved: string[];
  /** Milliseconds from an input to the next paint, of every event of an interaction that took 16 and more. */
  waits: number[];
}

declare global {
  interface Window {
    zulWatched: Watched;
  }
}

/** Name of the mark at the first paint with the catalog, in the trace and on the console. */
export const SHOWN = 'zul-catalog-shown';

/** Said on the console at the first paint of anything. */
export const PAINTED = 'zul-page-painted';

/** Runs in the page before everything else. Stands alone: it is sent there as text. */
export function watch({ shown, painted }: { shown: string; painted: string }): void {
  window.zulWatched = { cls: 0, moved: [], waits: [] };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as LayoutShift[]) {
      // `hadRecentInput` is not asked: shifts are measured where nobody touches the page, and Chromium takes
      // a phone's viewport that has just found its size for an input, which hides half a second.
      window.zulWatched.cls += entry.value;
      window.zulWatched.moved.push(
        ...entry.sources.map(({ node }) => (node instanceof Element ? node.tagName : String(node?.nodeName))),
      );
    }
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as InteractionEntry[]) {
      if (entry.interactionId) window.zulWatched.waits.push(entry.duration);
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  new PerformanceObserver(() => console.info(painted)).observe({ type: 'paint', buffered: true });
  addEventListener('zul-ready', () => {
    requestAnimationFrame(() => {
      // The task after the frame: what the frame drew is on its way to the screen.
      setTimeout(() => {
        performance.mark(shown);
        console.info(shown);
      });
    });
  });
}

/** Not in TypeScript's library: https://wicg.github.io/layout-instability/ */
interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly sources: readonly { readonly node: Node | null }[];
}

/** `interactionId` is not in TypeScript's library everywhere: https://w3c.github.io/event-timing/ */
interface InteractionEntry extends PerformanceEntry {
  readonly interactionId: number;
}
