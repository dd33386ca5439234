import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build, minifySync, type Rolldown } from 'vite';
import { ROOT, readSource } from './sources.ts';
import { buyersScripts, firstLoad } from './widget-size.ts';

/**
 * Bytes by part; a part is a source file of ours or a package. Each is minified on its own, without the names
 * that only the whole bundle can shorten: all parts together are some percent more than the bundle.
 */
export type Parts = Readonly<Record<string, number>>;

/** Where the bytes of the buyers' scripts come from. */
export interface WidgetParts {
  readonly firstLoad: Parts;
  /** The first load included. */
  readonly all: Parts;
}

/** Beside the test that compares with it. */
const NOTED = 'test/unit/house/widget-size.json';

/** The parts as they were when somebody last noted them. */
export function notedParts(): WidgetParts {
  return JSON.parse(readSource(NOTED)) as WidgetParts;
}

/** Notes the parts of today, to be committed with the change that brought them. */
export function noteParts(parts: WidgetParts): void {
  writeFileSync(join(ROOT, NOTED), `${JSON.stringify(parts, null, 2)}\n`);
}

/** Builds the widget once more, in memory, and tells what is in it. */
export async function widgetParts(): Promise<WidgetParts> {
  const chunks = await buildInMemory();
  const bundle = Object.fromEntries(chunks.map(({ fileName, code }) => [fileName, code]));
  const partsOf = (files: object) => bytesByPart(chunks.filter(({ fileName }) => fileName in files));
  return { firstLoad: partsOf(firstLoad(bundle)), all: partsOf(buyersScripts(bundle)) };
}

function bytesByPart(chunks: readonly Rolldown.OutputChunk[]): Parts {
  const parts: Record<string, number> = {};
  for (const [id, { code }] of chunks.flatMap(({ modules }) => Object.entries(modules))) {
    const part = partOf(id);
    const minified = minifySync(id, code ?? '', { compress: true, mangle: true }).code;
    parts[part] = (parts[part] ?? 0) + Buffer.byteLength(minified);
  }
  return Object.fromEntries(Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A module as the message names it: our file from the root, or the package it belongs to. */
function partOf(id: string): string {
  const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(id) ?? [];
  // What the bundler adds has an id that starts with a zero.
  return name ?? (id.startsWith('\0') ? 'bundler' : relative(ROOT, id).replaceAll('\\', '/'));
}

async function buildInMemory(): Promise<Rolldown.OutputChunk[]> {
  const before = process.env.NODE_ENV;
  // As `npm run build` has it: Vitest's own would bring Lit's development edition.
  process.env.NODE_ENV = 'production';
  try {
    const built = await build({
      root: ROOT,
      configFile: join(ROOT, 'vite.config.ts'),
      logLevel: 'silent',
      build: { write: false },
    });
    const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
    return outputs.filter((one) => one.type === 'chunk');
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}
