import { posix } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import ts from 'typescript';

/** Scripts by file name. */
export type Scripts = Readonly<Record<string, string>>;

/** Bytes of scripts as they are and as a CDN sends them, each file compressed on its own. */
export interface Size {
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
}

/** The most that buyers may have to download, in bytes of brotli (issue 5, point 13). */
export const FIRST_LOAD_LIMIT = 15 * 1024;
export const ALL_LIMIT = 25 * 1024;

const MAIN = 'zul-topup.js';

/**
 * What buyers may come to load: all but the console's scripts and the pinned copy, which is the main file again.
 * @param bundle every script of the built widget.
 */
export function buyersScripts(bundle: Scripts): Scripts {
  const main = bundle[MAIN];
  const isTheirs = ([file, text]: [string, string]) =>
    !posix.basename(file).startsWith('zul-console') && (file === MAIN || text !== main);
  return Object.fromEntries(Object.entries(bundle).filter(isTheirs));
}

/**
 * The main file and everything it imports statically: what a browser loads before it runs a line.
 * @throws Error when an import leads out of the bundle, which no browser could follow.
 */
export function firstLoad(bundle: Scripts): Scripts {
  const reached: Record<string, string> = {};
  const add = (file: string, from: string) => {
    if (file in reached) return;
    const text = bundle[file];
    if (text === undefined) throw new Error(`${from} imports ${file}, which is not in the bundle.`);
    reached[file] = text;
    for (const specifier of staticImports(text)) {
      const isOurs = specifier.startsWith('.');
      add(isOurs ? posix.join(posix.dirname(file), specifier) : specifier, file);
    }
  };
  add(MAIN, 'The page');
  return reached;
}

/** The bytes of these scripts, at the highest level of each compression. */
export function sizeOf(scripts: Scripts): Size {
  const total = (measure: (text: Buffer) => number) =>
    Object.values(scripts).reduce((sum, text) => sum + measure(Buffer.from(text)), 0);
  return {
    raw: total((text) => text.length),
    gzip: total((text) => gzipSync(text, { level: 9 }).length),
    // Node's default is quality 11, the highest.
    brotli: total((text) => brotliCompressSync(text).length),
  };
}

function staticImports(text: string): string[] {
  const { statements } = ts.createSourceFile(MAIN, text, ts.ScriptTarget.Latest);
  return statements.flatMap((statement) => {
    const isImport = ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement);
    const from = isImport ? statement.moduleSpecifier : undefined;
    return from && ts.isStringLiteral(from) ? [from.text] : [];
  });
}
