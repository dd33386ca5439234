import { describe, expect, it } from 'vitest';
import { listFiles, readSource } from '../../support/sources.ts';

const SOURCE = /\.([cm]?[jt]s|css)$/;
const MAX_LINES = 250;

// Spelled in parts, so that this file does not find itself.
const UNFINISHED = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK'].join('|')})\\b`);
const REGISTRY = /registry[.](npmjs|yarnpkg|npmmirror)|https?:\/\/\S+\/-\/\S+\.tgz/;
const MACHINE_PATH = new RegExp(
  `(^|[\\s"'\`(=:])/(${['work', 'root'].join('|')}|home/[a-z]|Users/[a-z])/`,
  'm',
);

describe('source files', () => {
  it(`have at most ${MAX_LINES} lines: a file that grows is two ideas, so part them`, () => {
    const tooLong = listFiles(SOURCE)
      .map((file) => ({ file, lines: readSource(file).trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > MAX_LINES);
    expect(tooLong).toEqual([]);
  });

  it('hold no notes about unfinished work: finish it or open an issue', () => {
    expect(listFiles(SOURCE).filter((file) => UNFINISHED.test(readSource(file)))).toEqual([]);
  });

  it('are not barrels: import from the file that defines the thing', () => {
    const indexFiles = listFiles(/(^|\/)index\.[cm]?[jt]s$/);
    const reExporters = listFiles(/\.[cm]?ts$/).filter((file) => /^export \* /m.test(readSource(file)));
    expect([...indexFiles, ...reExporters]).toEqual([]);
  });

  it('send requests out of the proxy only from proxy/provider', () => {
    const callers = listFiles(/^proxy\/.*\.ts$/)
      .filter((file) => !file.startsWith('proxy/provider/'))
      .filter((file) => /(?<![.\w])fetch\(/.test(readSource(file)));
    expect(callers).toEqual([]);
  });
});

interface LockFile {
  packages: Record<string, { resolved?: string; optionalDependencies?: Record<string, string> }>;
}

describe('the repository', () => {
  const lock = JSON.parse(readSource('package-lock.json')) as LockFile;
  const texts = listFiles().filter((file) => !/\.(png|jpe?g|webp|gif|ico|woff2?|db)$/.test(file));

  it('names no package registry', () => {
    expect(texts.filter((file) => REGISTRY.test(readSource(file)))).toEqual([]);
  });

  it('names no path of the machine it was made on', () => {
    expect(texts.filter((file) => MACHINE_PATH.test(readSource(file)))).toEqual([]);
  });

  it('has a lock file without download addresses', () => {
    const located = Object.entries(lock.packages).filter(([, entry]) =>
      /^[a-z+]+:/.test(entry.resolved ?? ''),
    );
    expect(located.map(([name]) => name)).toEqual([]);
  });

  // npm drops the platforms that the registry at hand does not offer, and `npm ci` then refuses the file.
  it('has a lock file that is complete for every platform', () => {
    const missing = Object.entries(lock.packages).flatMap(([parent, entry]) =>
      Object.keys(entry.optionalDependencies ?? {}).filter(
        (name) =>
          !(`node_modules/${name}` in lock.packages || `${parent}/node_modules/${name}` in lock.packages),
      ),
    );
    expect(missing).toEqual([]);
  });

  it('lets CI run the very command the README tells people to run', () => {
    expect(readSource('README.md')).toContain('npm ci && npm test');
    expect(readSource('.ci/run')).toMatch(/^npm test /m);
  });

  it('has one TypeScript configuration that each folder extends', () => {
    const configs = listFiles(/(^|\/)tsconfig[^/]*\.json$/).filter((file) => file !== 'tsconfig.json');
    expect(configs).toEqual(
      expect.arrayContaining(['demo', 'proxy', 'test', 'widget'].map((f) => `${f}/tsconfig.json`)),
    );
    for (const file of configs) {
      expect(JSON.parse(readSource(file)), file).toMatchObject({ extends: '../tsconfig.json' });
    }
  });
});
