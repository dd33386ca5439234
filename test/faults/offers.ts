import type { Category } from '../../proxy/contract/catalog.ts';
import type { CreateOrder } from '../../proxy/contract/order.ts';
import { waitFor } from '../support/shop.ts';

/** A product as a buyer refers to it when he orders. */
export type Offer = Pick<CreateOrder, 'sid' | 'ref' | 'price'>;

/** What the proxy sells, as soon as its catalogue is there. @throws Error when there is nothing. */
export async function offersOf(url: string): Promise<[Offer, ...Offer[]]> {
  await waitFor(async () => (await fetch(`${url}/api/catalog`)).status === 200);
  const response = await fetch(`${url}/api/catalog/free-fire`);
  const { services } = (await response.json()) as Category;
  const [first, ...rest] = services.map(({ sid, ref, price }) => ({ sid, ref, price }));
  if (!first) throw new Error('the shop has nothing to sell');
  return [first, ...rest];
}
