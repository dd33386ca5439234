import { writeFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { build, type Rolldown } from 'vite';
import { ROOT, readSource } from './sources.ts';
import { buyersScripts, firstLoad } from './widget-size.ts';

/** Minified bytes by part; a part is a source file of ours or a package. */
export type Parts = Readonly<Record<string, number>>;

/** Where the bytes of the buyers' scripts come from. */
export interface WidgetParts {
  readonly firstLoad: Parts;
  /** The first load included. */
  readonly all: Parts;
}

/** What the bundler adds of its own, and what no source claims. */
const GLUE = 'bundler';

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

/** Builds the widget once more, in memory and with source maps, and tells from them whose its bytes are. */
export async function widgetParts(): Promise<WidgetParts> {
  const chunks = await buildInMemory();
  const bundle = Object.fromEntries(chunks.map(({ fileName, code }) => [fileName, code]));
  const sum = (files: object) => {
    const parts: Record<string, number> = {};
    for (const chunk of chunks.filter(({ fileName }) => fileName in files)) {
      if (!chunk.map) throw new Error(`${chunk.fileName} was built without a source map.`);
      for (const [source, bytes] of Object.entries(bytesBySource(chunk.code, chunk.map))) {
        const part = partOf(source);
        parts[part] = (parts[part] ?? 0) + bytes;
      }
    }
    return Object.fromEntries(Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  return { firstLoad: sum(firstLoad(bundle)), all: sum(buyersScripts(bundle)) };
}

/**
 * The bytes of a built script by the source they were made from, as its map names it; what stands before the
 * first mapping is under `''`.
 */
export function bytesBySource(code: string, payload: object): Record<string, number> {
  const map = new SourceMap(payload as SourceMapPayload);
  const bytes: Record<string, number> = {};
  let column = 0;
  let line = 0;
  for (const char of code) {
    const entry = map.findEntry(line, column);
    const source = 'originalSource' in entry ? (entry.originalSource ?? '') : '';
    bytes[source] = (bytes[source] ?? 0) + Buffer.byteLength(char);
    column += char.length;
    if (char !== '\n') continue;
    line += 1;
    column = 0;
  }
  return bytes;
}

/** A source as the message names it: our file from the root, or the package it belongs to. */
function partOf(source: string): string {
  const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(source) ?? [];
  if (name) return name;
  const [, ours] = /(?:^|\/)((?:widget|proxy)\/.+)$/.exec(relative(ROOT, resolve(ROOT, 'dist/widget', source))) ?? [];
  return ours ?? GLUE;
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
      build: { write: false, sourcemap: 'hidden' },
    });
    const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
    return outputs.filter((one) => one.type === 'chunk');
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}
