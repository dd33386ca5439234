import { describe, expect, it } from 'vitest';
import { openApiDocument } from '../../../../proxy/contract/openapi.ts';
import { PROBLEM_STATUS } from '../../../../proxy/contract/problem.ts';
import { CONSOLE_CODES } from '../../../support/console-codes.ts';

interface Operation {
  readonly summary: string;
  readonly parameters?: { name: string; in: string; required: boolean; schema: unknown }[];
  readonly requestBody?: { required: boolean };
  readonly responses: Record<string, { description: string; content?: Record<string, unknown> }>;
}
interface Document {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: {
    schemas: Record<string, { required?: string[]; properties?: Record<string, unknown> }>;
  };
}

const text = JSON.stringify(openApiDocument());
const document = JSON.parse(text) as Document;
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => [`${method} ${path}`, path, operation] as const),
);

describe('the OpenAPI document', () => {
  it('names every route between widget and proxy', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(operations.map(([name]) => name)).toEqual([
      'get /api/catalog',
      'get /api/catalog/{category}',
      'post /api/orders',
      'get /api/orders/{token}',
      'get /api/orders/{token}/events',
      'get /api/orders/{token}/qr.png',
      'post /api/orders/{token}/check',
    ]);
  });

  it('refers only to schemas that are there, and uses all of them', () => {
    const used = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
    expect([...new Set(used)].sort()).toEqual(Object.keys(document.components.schemas).sort());
  });

  it.each(operations)(
    '%s declares the parameters of its path, and no others in the path',
    (_name, path, operation) => {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = operation.parameters?.filter((parameter) => parameter.in === 'path') ?? [];
      expect(declared.map(({ name }) => name)).toEqual(inPath);
      expect(declared.every(({ required, schema }) => required && schema)).toBe(true);
    },
  );

  it.each(operations)(
    '%s says what comes back, and under which code it may fail',
    (_name, _path, operation) => {
      expect(Object.keys(operation.responses).some((status) => status.startsWith('2'))).toBe(true);
      expect(operation.responses['403']?.description).toContain('origin_not_allowed');
      for (const [status, { description, content }] of Object.entries(operation.responses)) {
        expect(description).toBeTruthy();
        if (status < '400') continue;
        expect(Object.keys(content ?? {})).toEqual(['application/problem+json']);
        const codes = description.replace('code: ', '').split(', ') as (keyof typeof PROBLEM_STATUS)[];
        expect(codes.map((code) => PROBLEM_STATUS[code])).toEqual(codes.map(() => Number(status)));
      }
    },
  );

  it("tells of every code somewhere, but for the one that is our own fault and the console's", () => {
    const untold = new Set<string>(['internal_error', ...CONSOLE_CODES]);
    for (const code of Object.keys(PROBLEM_STATUS).filter((name) => !untold.has(name))) {
      expect(text).toMatch(new RegExp(`code: [^"]*\\b${code}\\b`));
    }
  });

  it('names everything that may come of placing an order', () => {
    const responses = document.paths['/api/orders']?.post?.responses ?? {};
    const codes = Object.values(responses).flatMap(({ description }) =>
      description.startsWith('code: ') ? description.slice('code: '.length).split(', ') : [],
    );
    const elsewhere = new Set<string>(['not_found', 'internal_error', ...CONSOLE_CODES]);
    expect(codes.sort()).toEqual(
      Object.keys(PROBLEM_STATUS)
        .filter((code) => !elsewhere.has(code))
        .sort(),
    );
  });

  it('asks for the key that makes a retry safe', () => {
    const post = document.paths['/api/orders']?.post;
    expect(post?.requestBody?.required).toBe(true);
    expect(post?.parameters?.[0]).toMatchObject({ name: 'Idempotency-Key', in: 'header', required: true });
  });

  it('leaves a download optional', () => {
    const qr = document.paths['/api/orders/{token}/qr.png']?.get;
    expect(qr?.parameters?.find(({ name }) => name === 'download')).toMatchObject({ required: false });
  });

  it('asks for what an order needs and speaks of no cost, profit or provider', () => {
    expect(document.components.schemas.CreateOrder?.required?.sort()).toEqual([
      ...['customer', 'price', 'ref', 'sid', 'target'],
    ]);
    expect(JSON.stringify(document.components)).not.toMatch(/"(cost|profit|providerId|provider_id|apiKey)"/);
  });
});
