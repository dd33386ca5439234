import express from 'express';
import { describe, expect, it } from 'vitest';
import { PROBLEM_STATUS, type ProblemCode, problemSchema } from '../../../../proxy/contract/problem.ts';
import { ProblemError } from '../../../../proxy/contract/problem-error.ts';
import { errorHandler, notFound } from '../../../../proxy/http/problem.ts';
import { createLogger } from '../../../../proxy/ops/logger.ts';
import { ask, loopback } from '../support/loopback.ts';

/** What a client gets, and what is logged, when a route throws this. */
async function thrown(error: unknown, headers: Record<string, string> = {}) {
  const lines: string[] = [];
  const app = express();
  app.get('/', () => {
    throw error;
  });
  app.use(notFound);
  app.use(errorHandler(createLogger('info', { write: (line) => void lines.push(line) })));
  const { url } = await loopback((req, res) => void app(req, res));
  const reply = await ask(`${url}/`, { headers });
  return { url, reply, problem: problemSchema.strict().parse(JSON.parse(reply.body)), log: lines.join('') };
}

describe('a problem', () => {
  it.each(Object.entries(PROBLEM_STATUS))(
    '%s has the status %i and is what the wire promises',
    async (code, status) => {
      const { reply, problem, log } = await thrown(new ProblemError(code as ProblemCode));
      expect([reply.status, problem.status, problem.code]).toEqual([status, status, code]);
      expect(reply.headers['content-type']).toMatch(/^application\/problem\+json/);
      expect(reply.headers['cache-control']).toBe('no-store');
      expect(log).toBe('');
    },
  );

  it('speaks Indonesian unless the reader asks for English first', async () => {
    const languages = ['', 'id', 'en-GB,en;q=0.9', 'fr', 'id,en;q=0.5', 'en;q=0.1,id'];
    const answers = await Promise.all(
      languages.map(async (language) => {
        const { reply, problem } = await thrown(
          new ProblemError('not_found'),
          language === '' ? {} : { 'Accept-Language': language },
        );
        return `${reply.headers['content-language']} ${problem.title}`;
      }),
    );
    const [indonesian, english] = ['id Tidak ditemukan', 'en Not found'];
    expect(answers).toEqual([indonesian, indonesian, english, indonesian, indonesian, indonesian]);
  });

  it('names fields, price, order and time to wait where it has them', async () => {
    const { reply, problem } = await thrown(
      new ProblemError('invalid_input', {
        fields: { 'target.userId': 'digits_only' },
        price: 12_500,
        orderCode: 'ZT-1',
        retryAfterMs: 1_001,
      }),
    );
    expect(problem).toMatchObject({
      fields: { 'target.userId': 'Isi dengan angka saja.' },
      price: 12_500,
      orderCode: 'ZT-1',
      retryAfter: 2,
    });
    expect(reply.headers['retry-after']).toBe('2');
  });

  it('never asks to come back in no time', async () => {
    const { reply } = await thrown(new ProblemError('rate_limited', { retryAfterMs: -5 }));
    expect(reply.headers['retry-after']).toBe('1');
  });
});

describe('what nobody expected', () => {
  it('says nothing of itself to the client, and is logged', async () => {
    const { reply, problem, log } = await thrown(new TypeError('secret detail'));
    expect([reply.status, problem.code]).toEqual([500, 'internal_error']);
    expect(reply.body).not.toMatch(/secret|TypeError|problem\.ts/);
    expect(log).toContain('secret detail');
  });

  it('is the input when the body parser says so', async () => {
    const tooLarge = Object.assign(new Error('too large'), { status: 413 });
    expect((await thrown(tooLarge)).problem).toMatchObject({
      code: 'invalid_input',
      fields: { body: 'Terlalu panjang.' },
    });
    const broken = Object.assign(new Error('secret body'), { status: 400 });
    const { problem, log } = await thrown(broken);
    expect(problem.code).toBe('invalid_input');
    expect(JSON.stringify(problem) + log).not.toContain('secret');
  });

  it('is not found where there is no route', async () => {
    const { url } = await thrown(new ProblemError('not_found'));
    const reply = await ask(`${url}/nowhere`);
    expect([reply.status, JSON.parse(reply.body).code]).toEqual([404, 'not_found']);
  });
});
