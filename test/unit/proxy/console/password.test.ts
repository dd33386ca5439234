import { describe, expect, it } from 'vitest';
import { hashPassword, isPassword } from '../../../../proxy/console/password.ts';

describe('a kept password', () => {
  it('fits itself alone, and is another line each time', async () => {
    const [first, second] = await Promise.all([
      hashPassword('kuda laut biru'),
      hashPassword('kuda laut biru'),
    ]);
    expect(first).not.toBe(second);
    expect(first).not.toContain('kuda');
    expect(await isPassword('kuda laut biru', first)).toBe(true);
    expect(await isPassword('kuda laut birU', first)).toBe(false);
    expect(await isPassword('', first)).toBe(false);
  });

  it('is the same from a keyboard that composes its letters', async () => {
    expect(await isPassword('caf\u00e9 pagi hari', await hashPassword('cafe\u0301 pagi hari'))).toBe(true);
  });

  it('of another kind fits nothing', async () => {
    expect(await isPassword('x', '')).toBe(false);
    expect(await isPassword('x', 'bcrypt$1$2$3$4$5')).toBe(false);
  });
});
