import { describe, expect, it } from 'vitest';
import { type KeyedAsk, ProviderAccess } from '../../../../proxy/provider/access.ts';
import { ProviderRefused, ProviderUnavailable } from '../../../../proxy/provider/errors.ts';

const REQUEST = { method: 'GET', path: '/user/me' } as const;
const URGENCY = { kind: 'console', waitMs: 0 } as const;

/** A key whose requests wait until they get their slot, and are then noted as sent. */
function key(name: string, sent: string[], slot: Promise<unknown> = Promise.resolve()): KeyedAsk {
  return {
    key: name,
    figures: async () => ({ freeSlots: 1, tooMany: 0 }),
    ask: {
      ask: async (_request, _urgency, onSend) => {
        await slot;
        await onSend?.();
        sent.push(name);
        if (name === 'void') throw new ProviderRefused('key_wrong', 'x');
        return name;
      },
    },
  };
}

describe('the key in force', () => {
  it('is none at first, and nothing is asked then', async () => {
    await expect(new ProviderAccess().ask(REQUEST, URGENCY)).rejects.toBeInstanceOf(ProviderUnavailable);
  });

  it('is the new one also for who waited for a slot while it was exchanged, and is marked as sent once', async () => {
    const access = new ProviderAccess();
    const sent: string[] = [];
    let free: (value?: unknown) => void = () => undefined;
    access.use(key('old', sent, new Promise((resolve) => (free = resolve))));
    let marks = 0;
    const asked = access.ask(REQUEST, URGENCY, () => void marks++);
    access.use(key('new', sent));
    free();
    expect(await asked).toBe('new');
    expect([sent, marks]).toEqual([['new'], 1]);
  });

  it('is known to be refused until it is taken again or exchanged', async () => {
    const access = new ProviderAccess();
    access.use(key('void', []));
    await expect(access.ask(REQUEST, URGENCY)).rejects.toBeInstanceOf(ProviderRefused);
    expect(access.isRefused).toBe(true);
    access.use(key('new', []));
    expect(access.isRefused).toBe(false);
  });
});
