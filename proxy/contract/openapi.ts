import { z } from 'zod';
import { catalogSchema, categorySchema } from './catalog.ts';
import { createOrderSchema, orderSchema } from './order.ts';
import { PROBLEM_STATUS, type ProblemCode, problemSchema } from './problem.ts';

type Json = Readonly<Record<string, unknown>>;

const envelope = z.object({ order: orderSchema });

/** The public wire as an OpenAPI 3.1 document, drawn from the schemas the proxy itself uses. */
export function openApiDocument(): Json {
  const token = parameter('token', 'path', 'What `POST /api/orders` gave; the only key to the order.');
  return {
    openapi: '3.1.0',
    info: {
      title: 'zul-topup proxy',
      version: '1',
      description: 'Money is whole rupiah as integers; times are ISO 8601 with zone; errors are RFC 9457.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    paths: {
      '/api/catalog': {
        get: operation('The shop and its categories', { 200: json('The offer', ref('Catalog')) }, [
          'provider_unavailable',
        ]),
      },
      '/api/catalog/{category}': {
        get: {
          parameters: [parameter('category', 'path', 'A category id from the catalog.')],
          ...operation(
            'One category: what to type and what can be bought',
            { 200: json('The category', ref('Category')) },
            ['not_found', 'provider_unavailable'],
          ),
        },
      },
      '/api/orders': {
        post: {
          parameters: [
            parameter('Idempotency-Key', 'header', '1 to 200 random characters, the same for every retry.'),
          ],
          requestBody: { required: true, ...content(ref('CreateOrder')) },
          ...operation('Place an order', { 201: json('The order', ref('OrderAnswer')) }, [
            ...([
              'invalid_input',
              'idempotency_key_missing',
              'idempotency_mismatch',
              'price_changed',
            ] as const),
            ...(['service_unavailable', 'duplicate_order', 'rate_limited'] as const),
            ...(['provider_busy', 'provider_unavailable'] as const),
          ]),
        },
      },
      '/api/orders/{token}': {
        get: {
          parameters: [token],
          ...operation('The order as it is now', { 200: json('The order', ref('OrderAnswer')) }, [
            'not_found',
          ]),
        },
      },
      '/api/orders/{token}/events': {
        get: {
          parameters: [token],
          ...operation(
            'Server-sent events: event `order`, id = version, data = the order',
            {
              200: {
                description: 'The stream',
                content: { 'text/event-stream': { schema: { type: 'string' } } },
              },
              204: { description: 'The order is finished and the reader has its last version' },
            },
            ['not_found'],
          ),
        },
      },
      '/api/orders/{token}/qr.png': {
        get: {
          parameters: [token, { ...parameter('download', 'query', 'As an attachment.'), required: false }],
          ...operation(
            'The QR to pay, as an image',
            { 200: { description: 'The image', content: { 'image/png': {} } } },
            ['not_found', 'provider_unavailable'],
          ),
        },
      },
      '/api/orders/{token}/check': {
        post: {
          parameters: [token],
          ...operation('"I have paid": look soon', { 202: { description: 'Noted' } }, [
            'not_found',
            'rate_limited',
          ]),
        },
      },
    },
    components: {
      schemas: {
        Catalog: schema(catalogSchema),
        Category: schema(categorySchema),
        CreateOrder: schema(createOrderSchema),
        OrderAnswer: schema(envelope),
        Problem: schema(problemSchema),
      },
    },
  };
}

function schema(type: z.ZodType): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(type, { io: 'input' });
  return rest;
}

function ref(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}

function content(of: Json, type = 'application/json'): Json {
  return { content: { [type]: { schema: of } } };
}

function json(description: string, of: Json): Json {
  return { description, ...content(of) };
}

function parameter(name: string, place: 'path' | 'header' | 'query', description: string): Json {
  return { name, in: place, required: true, description, schema: { type: 'string' } };
}

function operation(summary: string, answers: Json, codes: readonly ProblemCode[]): Json {
  const all: readonly ProblemCode[] = [...codes, 'origin_not_allowed'];
  const statuses = [...new Set(all.map((code) => PROBLEM_STATUS[code]))];
  return {
    summary,
    responses: {
      ...answers,
      ...Object.fromEntries(
        statuses.map((status) => {
          const named = all.filter((code) => PROBLEM_STATUS[code] === status);
          const description = `code: ${named.join(', ')}`;
          return [status, { description, ...content(ref('Problem'), 'application/problem+json') }];
        }),
      ),
    },
  };
}
