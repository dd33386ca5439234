/*
 * Expressions that run in the page. They are text because the browsers take text, and because a compiled
 * function would bring its compiler's helpers along.
 */

const inside = "document.querySelector('zul-topup')?.shadowRoot";

/** From now on the page remembers what fails in it, for `ERRORS`. */
export const COLLECT_ERRORS = `(() => {
  window.failures = [];
  addEventListener('error', (event) => failures.push(event.message));
  addEventListener('unhandledrejection', (event) => failures.push(String(event.reason)));
})()`;

/** What has failed in the page since it was told to remember. */
export const ERRORS = 'window.failures';

/** All text of the widget, its white space joined. */
export const TEXT = `(() => {
  const parts = [...(${inside}?.children ?? [])].filter((part) => part.localName !== 'style');
  return parts.map((part) => part.textContent).join(' ').replace(/\\s+/g, ' ').trim();
})()`;

/** The first element of the widget that is shown, matches the selector, and whose name begins like this. */
export function named(selector: string, name: string): string {
  return `([...(${inside}?.querySelectorAll(${JSON.stringify(selector)}) ?? [])].find((one) => {
    const words = (one.labels?.[0] ?? one).cloneNode(true);
    for (const sign of words.querySelectorAll('[aria-hidden=true]')) sign.remove();
    const name = one.ariaLabel || one.alt || words.textContent;
    return one.getClientRects().length > 0 && name.trim().startsWith(${JSON.stringify(name)});
  }) ?? null)`;
}

/** Whether there is such an element. */
export function isThere(selector: string, name: string): string {
  return `(${named(selector, name)} !== null)`;
}

/** Whether what is typed now goes into the element an expression gives. */
export function hasFocus(expression: string): string {
  return `((one) => one?.getRootNode().activeElement === one)(${expression})`;
}

/** The address of a picture that has come and holds something; an empty text before. */
export function loadedPicture(name: string): string {
  return `((one) => (one?.complete && one.naturalWidth > 0 ? one.src : ''))(${named('img', name)})`;
}
