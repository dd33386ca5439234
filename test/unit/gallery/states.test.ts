import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CATEGORIES, catalog } from '../../../demo/pages/gallery/shop.ts';
import type { Answer } from '../../../demo/pages/gallery/state.ts';
import { STATES } from '../../../demo/pages/gallery/states.ts';
import { catalogSchema, categorySchema } from '../../../proxy/contract/catalog.ts';
import { createOrderSchema, ORDER_STATUSES, orderSchema } from '../../../proxy/contract/order.ts';
import { PROBLEM_STATUS, problemSchema } from '../../../proxy/contract/problem.ts';

const showing = { at: Date.parse('2026-11-23T10:00:00Z'), base: 'https://example.com/gallery/state/light' };
const orderAnswer = z.object({ order: orderSchema });
const SCHEMAS = {
  catalog: catalogSchema,
  category: categorySchema,
  create: orderAnswer,
  order: orderAnswer,
  check: z.null(),
};
const routes = Object.keys(SCHEMAS) as (keyof typeof SCHEMAS)[];

describe('the gallery', () => {
  it.each(STATES)('answers in the words of the contract: $name', ({ answers = {} }) => {
    for (const route of routes) {
      const answer = answers[route]?.(showing);
      if (answer) expectWire(answer, SCHEMAS[route]);
    }
  });

  it.each(Object.entries(CATEGORIES))('sells %s as the catalog announces it', (id, category) => {
    const { name, type, services } = categorySchema.parse(category);
    const forSale = services.filter(({ available }) => available);
    const prices = (forSale.length > 0 ? forSale : services).map(({ price }) => price);
    const announced = catalogSchema.parse(catalog(showing.at)).categories.find((each) => each.id === id);
    expect(announced).toMatchObject({ name, type, from: Math.min(...prices) });
  });

  it('remembers only creates that could have been sent', () => {
    const attempts = STATES.flatMap(({ remember }) => remember?.(showing).attempt ?? []);
    expect(attempts.length).toBeGreaterThan(0);
    for (const attempt of attempts) createOrderSchema.parse((attempt as { body: unknown }).body);
  });

  it('shows every status of an order', () => {
    const shown = STATES.flatMap(({ answers }) => {
      const answer = orderAnswer.safeParse(answers?.order?.(showing).body);
      return answer.success ? [answer.data.order.status] : [];
    });
    expect([...new Set(shown)].sort()).toEqual([...ORDER_STATUSES].sort());
  });

  it('names each state once, in letters fit for an address', () => {
    const names = STATES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z][a-z-]*[a-z]$/.test(name))).toEqual([]);
  });
});

function expectWire({ status, body }: Answer, schema: z.ZodType): void {
  if (status < 400) {
    schema.parse(body);
    return;
  }
  const { code, status: said } = problemSchema.parse(body);
  expect([said, status]).toEqual([PROBLEM_STATUS[code], PROBLEM_STATUS[code]]);
}
