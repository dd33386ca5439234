import { routeOf } from './spa-routes.ts';

const outlet = find<HTMLElement>('#outlet');

function find<T extends Element>(selector: string, within: ParentNode = document): T {
  const found = within.querySelector<T>(selector);
  if (!found) throw new Error(`The page has no ${selector}.`);
  return found;
}

/** Draws the page of the address: what was there is thrown away, the widget with it. */
function show(): void {
  const { title, template } = routeOf(location.pathname);
  document.title = title;
  outlet.replaceChildren(find<HTMLTemplateElement>(`template#${template}`).content.cloneNode(true));
  for (const link of document.querySelectorAll<HTMLAnchorElement>('nav a')) {
    link.ariaCurrent = link.pathname === location.pathname ? 'page' : null;
  }
  if (template === 'topup') equip();
}

/** The two buttons of the top-up page: one moves the widget, the other takes it out and puts it back. */
function equip(): void {
  const widget = find<HTMLElement>('zul-topup', outlet);
  const [wide, side] = [find<HTMLElement>('.wide', outlet), find<HTMLElement>('.side', outlet)];
  const move = find<HTMLButtonElement>('[data-do=move]', outlet);
  const toggle = find<HTMLButtonElement>('[data-do=toggle]', outlet);
  let place = wide;
  move.addEventListener('click', () => {
    place = place === wide ? side : wide;
    if (widget.isConnected) place.prepend(widget);
    move.textContent = place === wide ? 'Pindah ke samping' : 'Pindah ke tengah';
  });
  toggle.addEventListener('click', () => {
    if (widget.isConnected) widget.remove();
    else place.prepend(widget);
    toggle.ariaPressed = String(!widget.isConnected);
    toggle.textContent = widget.isConnected ? 'Sembunyikan' : 'Tampilkan';
  });
}

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const isPlain = !event.defaultPrevented && !event.metaKey && !event.ctrlKey && !event.shiftKey;
  if (!link || !isPlain || link.origin !== location.origin || !/^\/spa(\/|$)/.test(link.pathname)) return;
  event.preventDefault();
  history.pushState(null, '', link.href);
  show();
  outlet.focus({ preventScroll: true });
  scrollTo(0, 0);
});
addEventListener('popstate', show);
show();
