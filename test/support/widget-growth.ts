import type { Parts } from './widget-parts.ts';

/** One part that is larger than it was. */
interface Growth {
  readonly part: string;
  readonly from: number;
  readonly to: number;
}

/** How many parts a message names: the first few are where the bytes are. */
const NAMED = 8;

/**
 * What to read when the gate fails: by how much, which part grew since the sizes were noted, and what to do.
 * @param what "The first load", "All buyers' script". @param bytes its brotli bytes. @param noted parts as they were.
 */
export function explainGrowth(what: string, bytes: number, limit: number, noted: Parts, now: Parts): string {
  const grown = growth(noted, now);
  const since =
    grown.length > 0
      ? [
          'Larger than when sizes were last noted, in bytes before compression:',
          ...grown.slice(0, NAMED).map(said),
        ]
      : [
          'No part is larger than when sizes were last noted. The largest, in bytes before compression:',
          ...largest(now),
        ];
  return [
    `${what} is ${number(bytes)} bytes of brotli, ${number(bytes - limit)} more than the ${number(limit)} allowed.`,
    ...since,
    'Load what the catalog can do without by import() when it is needed, or write it shorter. The limit stays.',
    'Every part is listed by `npm run bench:widget -- --parts`; with `--note` the sizes of today are noted.',
  ].join('\n');
}

function growth(noted: Parts, now: Parts): Growth[] {
  return Object.entries(now)
    .map(([part, to]) => ({ part, from: noted[part] ?? 0, to }))
    .filter(({ from, to }) => to > from)
    .sort((a, b) => b.to - b.from - (a.to - a.from));
}

function said({ part, from, to }: Growth): string {
  return `  ${part} grew from ${number(from)} to ${number(to)}`;
}

function largest(now: Parts): string[] {
  const bySize = Object.entries(now).sort(([, a], [, b]) => b - a);
  return bySize.slice(0, NAMED).map(([part, bytes]) => `  ${part}: ${number(bytes)}`);
}

function number(value: number): string {
  return value.toLocaleString('en');
}
