/** What a place may say of its element, each as `data-<name>`. A list, so that no `data-onclick` turns live. */
const NAMES = ['proxy', 'category', 'sid', 'type', 'lang', 'theme', 'layout'];
const PLACE = '[data-zul-topup]';

/**
 * Page builders strip tags they do not know, but leave a `<div data-zul-topup>` alone: each gets the element
 * inside, with what the div held as its fallback content. Also those that come later, by a script or a route.
 *
 * One observer for the whole page, for as long as it lives. It hears of added and removed nodes only, is called
 * once for all changes of a task, and searches what was added and nothing else: a page of thousands of nodes
 * is walked once, at the start. Changes inside shadow roots, our own among them, do not reach it.
 */
export function upgradePlaces(): void {
  // A script that ran before the parser was done would part a div from the content still to come.
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', watch, { once: true });
  else watch();
}

function watch(): void {
  search(document);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) if (node instanceof Element) search(node);
    }
  }).observe(document, { childList: true, subtree: true });
}

function search(root: Document | Element): void {
  if (root instanceof HTMLElement && root.matches(PLACE)) fill(root);
  for (const place of root.querySelectorAll<HTMLElement>(PLACE)) fill(place);
}

/** A place that was moved, or copied by a slider, has its element already. */
function fill(place: HTMLElement): void {
  if (place.querySelector('zul-topup')) return;
  const element = document.createElement('zul-topup');
  for (const name of NAMES) {
    const value = place.dataset[name];
    if (value !== undefined) element.setAttribute(name, value);
  }
  element.append(...place.childNodes);
  place.append(element);
}
