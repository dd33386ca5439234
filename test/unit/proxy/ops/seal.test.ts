import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Seal } from '../../../../proxy/ops/seal.ts';

const seal = new Seal('a secret of the tests');

describe('what is sealed', () => {
  it('opens again, for its own purpose and under its own secret alone', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const sealed = seal.close(text, 'key');
        expect(seal.open(sealed, 'key')).toBe(text);
        expect(seal.open(sealed, 'another purpose')).toBeNull();
        expect(new Seal('another secret').open(sealed, 'key')).toBeNull();
      }),
    );
  });

  it('never looks the same twice, and does not open once a bit of it is changed', () => {
    const sealed = seal.close('key-4711', 'key');
    expect(seal.close('key-4711', 'key')).not.toBe(sealed);
    expect(sealed).not.toContain('4711');
    const bytes = Buffer.from(sealed, 'base64url');
    for (const [at, byte] of bytes.entries()) {
      const changed = Buffer.from(bytes);
      changed[at] = byte ^ 1;
      expect(seal.open(changed.toString('base64url'), 'key')).toBeNull();
    }
    for (const nonsense of ['', 'x', sealed.slice(0, 20)]) expect(seal.open(nonsense, 'key')).toBeNull();
  });

  it('is known again by a mark that does not tell it', () => {
    expect(seal.markOf('key-4711')).toBe(seal.markOf('key-4711'));
    expect(seal.markOf('key-4711')).not.toBe(seal.markOf('key-4712'));
    expect(seal.markOf('key-4711')).not.toBe(new Seal('another secret').markOf('key-4711'));
  });
});
