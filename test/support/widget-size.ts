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
/** The copy of the main file for sites that pin it. */
const PINNED = /^zul-topup\.[0-9a-f]{8,}\.js$/;
const CONSOLE = /(^|\/)zul-console[^/]*$/;

/**
 * What buyers may come to load: everything but the console's scripts and the pinned copy with its later parts,
 * which are the same scripts once more.
 * @param bundle every script of the built widget.
 */
export function buyersScripts(bundle: Scripts): Scripts {
  const ours = reach(bundle, MAIN, anyImports);
  const pinned = Object.keys(bundle).filter((file) => PINNED.test(file));
  const again = new Set(pinned.flatMap((file) => Object.keys(reach(bundle, file, anyImports))));
  const isTheirs = (file: string) => file in ours || !(again.has(file) || CONSOLE.test(file));
  return Object.fromEntries(Object.entries(bundle).filter(([file]) => isTheirs(file)));
}

/**
 * The main file and everything it imports statically: what a browser loads before it runs a line.
 * @throws Error when an import leads out of the bundle, which no browser could follow.
 */
export function firstLoad(bundle: Scripts): Scripts {
  return reach(bundle, MAIN, staticImports);
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

/** The file and all that is reached from it. */
function reach(bundle: Scripts, start: string, importsOf: (text: string) => string[]): Scripts {
  const reached: Record<string, string> = {};
  const add = (file: string, from: string) => {
    if (file in reached) return;
    const text = bundle[file];
    if (text === undefined) throw new Error(`${from} imports ${file}, which is not in the bundle.`);
    reached[file] = text;
    for (const specifier of importsOf(text)) {
      const isOurs = specifier.startsWith('.');
      add(isOurs ? posix.join(posix.dirname(file), specifier) : specifier, file);
    }
  };
  add(start, 'The page');
  return reached;
}

function staticImports(text: string): string[] {
  return parse(text).statements.flatMap((statement) => {
    const isImport = ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement);
    return named(isImport ? statement.moduleSpecifier : undefined);
  });
}

/** The static ones and those by `import()`. */
function anyImports(text: string): string[] {
  const later: string[] = [];
  const visit = (node: ts.Node): void => {
    const isImport = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
    if (isImport) later.push(...named(node.arguments[0]));
    ts.forEachChild(node, visit);
  };
  visit(parse(text));
  return [...staticImports(text), ...later];
}

function named(specifier: ts.Expression | undefined): string[] {
  return specifier && ts.isStringLiteralLike(specifier) ? [specifier.text] : [];
}

function parse(text: string): ts.SourceFile {
  return ts.createSourceFile(MAIN, text, ts.ScriptTarget.Latest);
}
