/** What the element's events say of an order, as far as these pages show it. */
export interface OrderEvent extends Event {
  readonly order: { readonly code: string; readonly service: { readonly name: string } };
}
