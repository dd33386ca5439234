import { describe, expect, it } from 'vitest';
import { createLogger, describeError } from '../../../../proxy/ops/logger.ts';
import { orderRow } from '../support/stored.ts';

/** A logger and the lines it has written. */
function logging(level = 'info') {
  const lines: string[] = [];
  return { lines, logger: createLogger(level, { write: (line) => void lines.push(line) }) };
}

describe('a log line', () => {
  it('is one JSON object with the time as people read it, and nothing about the machine', () => {
    const { lines, logger } = logging();
    logger.info({ code: 'ZT-1' }, 'order changed');
    expect(lines).toHaveLength(1);
    const { time, ...rest } = JSON.parse(lines[0] ?? '');
    expect(rest).toEqual({ level: 30, code: 'ZT-1', msg: 'order changed' });
    expect(new Date(time).toISOString()).toBe(time);
  });

  it('is not written below the level', () => {
    const { lines, logger } = logging('warn');
    logger.info('quiet');
    logger.warn('loud');
    expect(lines).toHaveLength(1);
  });

  it.each([
    ...['apiKey', 'api_key', 'token', 'cost', 'profit', 'provider_id', 'providerId', 'provider_invoice'],
    ...['customer_name', 'customer_phone', 'customer', 'target', 'target_fields', 'idempotency_key'],
  ])('loses %s, at the top and one level below', (name) => {
    const { lines, logger } = logging();
    logger.info({ [name]: 'leak-1', order: { [name]: 'leak-2', code: 'ZT-1' } }, 'oops');
    expect(lines[0]).not.toMatch(/leak/);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ order: { code: 'ZT-1' } });
  });

  it('of a whole order, logged by mistake, tells neither money nor people nor ids of the provider', () => {
    const { lines, logger } = logging();
    logger.info({ order: orderRow({ cost: 98_765, profit: 43_210, customer_name: 'Siti' }) }, 'oops');
    expect(lines[0]).not.toMatch(
      /98765|43210|Siti|081234567890|123456789|provider-id|provider-invoice|idem-/,
    );
  });
});

describe('an error for the log', () => {
  it('is its name, its message and its code', () => {
    const error = Object.assign(new TypeError('no such file'), { code: 'ENOENT', path: '/etc/secret' });
    expect(describeError(error)).toEqual({ name: 'TypeError', message: 'no such file', code: 'ENOENT' });
  });

  it('leaves out the cause, the stack, and a code that is no word', () => {
    const error = Object.assign(new Error('outer', { cause: new Error('secret') }), { code: 5 });
    expect(describeError(error)).toEqual({ name: 'Error', message: 'outer' });
  });

  it.each([['text'], [null], [undefined], [{ message: 'secret' }]])(
    'that is none (%j) says only what it is',
    (thrown) => {
      expect(describeError(thrown)).toEqual({ name: 'unknown', message: typeof thrown });
    },
  );
});
