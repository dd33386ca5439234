import type { Locator } from 'playwright/test';

/** How one element inside the widget looks: all its computed styles, and its box seen from the widget's corner. */
export interface Look {
  /** What it is, to be found again in a failure. */
  readonly name: string;
  /** Left, top, width and height in px; null when it is not drawn. */
  readonly box: readonly number[] | null;
  readonly style: Readonly<Record<string, string>>;
}

/** How everything inside an open shadow root looks, in document order. */
export async function looksOf(widget: Locator): Promise<Look[]> {
  // As text: a hundred thousand values take seconds one by one.
  const text = await widget.evaluate((host) => {
    const corner = host.getBoundingClientRect();
    // A site's own custom properties are listed too; nothing inside reads them.
    const names = [...getComputedStyle(host)].filter((name) => !name.startsWith('--'));
    const looks = [...(host.shadowRoot?.querySelectorAll('*') ?? [])].map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const isDrawn = element.getClientRects().length > 0;
      const computed = getComputedStyle(element);
      return {
        name: `${element.localName}.${element.getAttribute('class') ?? ''}`,
        box: isDrawn ? [left - corner.left, top - corner.top, width, height] : null,
        style: Object.fromEntries(names.map((name) => [name, computed.getPropertyValue(name)])),
      };
    });
    return JSON.stringify(looks);
  });
  return JSON.parse(text) as Look[];
}

/** Where two looks part, one line each: empty when they are the same. */
export function differences(one: readonly Look[], other: readonly Look[]): string[] {
  if (one.length !== other.length) return [`${one.length} elements here, ${other.length} there`];
  return one.flatMap((look, at) => {
    const there = other[at];
    if (!there || look.name !== there.name) return [`${look.name} is ${there?.name} there`];
    const names = [...new Set([...Object.keys(look.style), ...Object.keys(there.style)])];
    const styles = names
      .filter((name) => look.style[name] !== there.style[name])
      .map((name) => `${look.name}: ${name} is ${look.style[name]} here, ${there.style[name]} there`);
    const box = isSame(look.box, there.box) ? [] : [`${look.name}: box ${look.box} here, ${there.box} there`];
    return [...styles, ...box];
  });
}

/** What sticks to the window's edge lies by a layout unit (1/64 px) or two differently on pages of other heights. */
function isSame(one: Look['box'], other: Look['box']): boolean {
  if (one === null || other === null) return one === other;
  return one.every((length, at) => Math.abs(length - (other[at] ?? Number.NaN)) < 0.1);
}
