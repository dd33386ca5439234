import { describe, expect, it } from 'vitest';
import { listFiles, readSource } from '../../support/sources.ts';
import { undocumentedExports } from '../../support/undocumented.ts';

describe('doc comments', () => {
  it('stand on every exported function and class of the proxy and the widget kit', () => {
    const missing = listFiles(/^(proxy|widget\/kit)\/.*\.ts$/).flatMap((file) =>
      undocumentedExports(file, readSource(file)).map((name) => `${file}: ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it.each([
    ['a function', 'export function bare() {}', ['bare']],
    ['an async function', 'export async function bare() {}', ['bare']],
    ['a default function', 'export default function () {}', ['default']],
    ['a class', 'export class Bare {}', ['Bare']],
    ['an arrow function', 'export const bare = () => 1;', ['bare']],
    ['a function exported below', 'function bare() {}\nexport { bare };', ['bare']],
    ['a function with a plain comment', '// not a doc comment\nexport function bare() {}', ['bare']],
    ['a function with an empty doc comment', '/** */\nexport function bare() {}', ['bare']],
  ])('are missed on %s', (_what, text, names) => {
    expect(undocumentedExports('a.ts', text)).toEqual(names);
  });

  it.each([
    ['a documented function', '/** Says it. */\nexport function said() {}'],
    ['a documented arrow function', '/** Says it. */\nexport const said = () => 1;'],
    ['a private function', 'function hidden() {}'],
    ['a constant', 'export const LIMIT = 3;'],
    [
      'a later overload',
      '/** Says it. */\nexport function a(x: 1): 1;\nexport function a(x: 2): 2;\nexport function a(x: never) { return x; }',
    ],
  ])('are not asked of %s', (_what, text) => {
    expect(undocumentedExports('a.ts', text)).toEqual([]);
  });
});
