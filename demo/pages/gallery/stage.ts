/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Setting } from './page.ts';
import type { Step } from './state.ts';

// Runs in the gallery's page, before the widget's script: it sets the stage, then plays the buyer.

const settings: Setting[] = JSON.parse(document.getElementById('settings')?.textContent ?? '[]');
const PATIENCE_MS = 10_000;
const unplugged = new Set<string>();

/** Whose request it is: `GET /api/catalog` of one element's path. */
function requestOf(input: RequestInfo | URL, method = 'GET'): { setting: Setting; line: string } | null {
  const { pathname } = new URL(String(input instanceof Request ? input.url : input), location.href);
  const setting = settings.find(({ path }) => pathname.startsWith(`${path}/`));
  return setting ? { setting, line: `${method} ${pathname.slice(setting.path.length)}` } : null;
}

function isSilent({ silent }: Setting, line: string): boolean {
  return silent.some((pattern) => new RegExp(`^${pattern.replace('*', '[^/]+')}$`).test(line));
}

// A request that hangs would be given up by the widget after a while, and would hold one of the six
// connections a browser opens to a server: so it is not even sent.
const reallyFetch = window.fetch.bind(window);
window.fetch = (input, init) => {
  const request = requestOf(input, init?.method);
  if (request && isSilent(request.setting, request.line)) return new Promise(() => undefined);
  if (request && unplugged.has(request.setting.path)) return Promise.reject(new TypeError('unplugged'));
  return reallyFetch(input, init);
};

/** Stands in for a stream where there are many: each real one would hold a connection. */
class OneEvent extends EventTarget {
  constructor(url: string) {
    super();
    void reallyFetch(url.replace(/\/events$/, ''))
      .then((response) => response.json())
      .then(({ order }) => {
        this.dispatchEvent(new MessageEvent('order', { data: JSON.stringify(order) }));
      });
  }

  close(): void {
    // Nothing is held open.
  }
}
if (settings.length > 2) Object.assign(window, { EventSource: OneEvent });

// Only one thing can be above all others: beside others a dialog stands among them.
if (settings.length > 1) HTMLDialogElement.prototype.showModal = HTMLDialogElement.prototype.show;

// A designer's clipboard is his own, and without a click of his it could not be written anyway.
Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.resolve() } });

for (const element of document.querySelectorAll('zul-topup')) {
  const proxy = location.origin + element.getAttribute('data-path');
  const setting = settings.find(({ path }) => location.origin + path === proxy);
  if (!setting) continue;
  remember(proxy, setting);
  element.setAttribute('proxy', proxy);
  void customElements.whenDefined('zul-topup').then(() => play(element, setting));
}

/** The device as it should be found: what an earlier visit left is forgotten first. */
function remember(proxy: string, { remember }: Setting): void {
  const prefix = `zul-topup:${proxy}:`;
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  for (const [name, value] of Object.entries(remember)) {
    localStorage.setItem(prefix + name, JSON.stringify(value));
  }
}

/** Walks the element to its state; `data-stage` says when it is there, or where the way ended. */
async function play(element: Element, setting: Setting): Promise<void> {
  const root = element.shadowRoot ?? element;
  for (const step of setting.steps) {
    const isDone = await until(() => act(root, step, setting));
    if (isDone) continue;
    element.setAttribute('data-stage', `stuck at ${JSON.stringify(step)}`);
    return;
  }
  element.setAttribute('data-stage', 'set');
}

async function until(isTrue: () => boolean): Promise<boolean> {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end) {
    if (isTrue()) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}

/** Does a step; false when what it needs is not there yet. */
function act(root: ParentNode, step: Step, setting: Setting): boolean {
  if ('see' in step) return (root.textContent ?? '').includes(step.see);
  if ('unplug' in step) {
    // All on the page hear of it, and would drop what they are asking for: so they come to their states first.
    const waiting = document.querySelectorAll('zul-topup:not([data-stage])').length;
    if (waiting > settings.filter(({ steps }) => steps.some((each) => 'unplug' in each)).length) return false;
    unplugged.add(setting.path);
    // As a phone tells a page that its network has changed: the widget looks at once.
    window.dispatchEvent(new Event('online'));
    return true;
  }
  if ('press' in step) return press(root, step);
  if ('pick' in step) return pick(root, step.pick);
  if ('leave' in step) return fill(root, step.leave, null);
  return fill(root, ...('type' in step ? step.type : step.choose));
}

function press(root: ParentNode, { press: name, every }: { press: string; every?: number }): boolean {
  const button = [...root.querySelectorAll<HTMLElement>('button:enabled, a[href]')].find((each) =>
    nameOf(each).startsWith(name),
  );
  button?.click();
  if (button && every) setInterval(() => press(root, { press: name }), every);
  return button !== undefined;
}

function pick(root: ParentNode, name: string): boolean {
  const radios = root.querySelectorAll<HTMLInputElement>('input[type=radio]');
  const radio = [...radios].find((each) =>
    (each.closest('label')?.textContent ?? '').trim().startsWith(name),
  );
  radio?.click();
  return radio !== undefined;
}

function fill(root: ParentNode, label: string, value: string | null): boolean {
  const inputs = root.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select');
  const input = [...inputs].find((each) => nameOf(each).startsWith(label));
  if (!input) return false;
  if (value === null) {
    input.dispatchEvent(new FocusEvent('blur'));
    return true;
  }
  input.value = value;
  for (const kind of ['input', 'change']) input.dispatchEvent(new Event(kind, { bubbles: true }));
  return true;
}

/** What a screen reader would call it, near enough. */
function nameOf(element: Element): string {
  const isField = element instanceof HTMLInputElement || element instanceof HTMLSelectElement;
  const named = isField ? element.labels?.[0] : element;
  const heard = named?.cloneNode(true) as Element | undefined;
  for (const mute of heard?.querySelectorAll('[aria-hidden=true]') ?? []) mute.remove();
  const text = element.getAttribute('aria-label') ?? heard?.textContent ?? '';
  return text.trim().replace(/\s+/g, ' ');
}
