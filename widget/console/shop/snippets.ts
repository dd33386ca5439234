/** Where the shop's lines are pasted. */
export type Snippet = 'html' | 'wordpress' | 'blogger' | 'react';

export const SNIPPETS: readonly Snippet[] = ['html', 'wordpress', 'blogger', 'react'];

/**
 * The lines to paste. Page builders take unknown elements out of what is typed into them, but leave a `div`, which
 * the script turns into the shop.
 * @param shop how browsers reach the proxy, without a slash at the end.
 */
export function snippet(kind: Snippet, shop: string): string {
  const script = `<script type="module" src="${shop}/zul-topup.js"></script>`;
  if (kind === 'react') return `${script}\n\n<zul-topup proxy="${shop}" />`;
  return kind === 'html' ? `${script}\n<zul-topup></zul-topup>` : `<div data-zul-topup></div>\n${script}`;
}
