import type { ConsoleNews } from '../../../proxy/contract/console.ts';
import { keptLang } from '../lang.ts';
import { NEWS_WORDS } from './news-words.ts';

/** Whether this browser shows notifications: it cannot, it was told not to, not yet, or it does. */
export type BrowserNoticesState = 'unsupported' | 'blocked' | 'off' | 'on';

const ON_KEY = 'zul-console:notifications';
const WORKER = '/console/notices-worker.js';

const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
const policy = trustedTypes?.createPolicy('zul-console', { createScriptURL: (url) => url });

let stream: EventSource | null = null;

/** How it stands in this browser. */
export function browserNoticesState(): BrowserNoticesState {
  if (!window.isSecureContext || !('Notification' in window) || !navigator.serviceWorker)
    return 'unsupported';
  if (Notification.permission === 'denied') return 'blocked';
  return localStorage.getItem(ON_KEY) !== null && Notification.permission === 'granted' ? 'on' : 'off';
}

/** Asks for the permission and begins; to be called from a tap. @returns how it stands then. */
export async function turnOn(): Promise<BrowserNoticesState> {
  if ((await Notification.requestPermission()) === 'granted') localStorage.setItem(ON_KEY, '1');
  await listenForNews();
  return browserNoticesState();
}

/** No more notifications on this device. */
export function turnOff(): BrowserNoticesState {
  localStorage.removeItem(ON_KEY);
  stopListening();
  return browserNoticesState();
}

/** Listens for news where that was wanted, also while the page is out of sight: then it is needed most. */
export async function listenForNews(): Promise<void> {
  if (browserNoticesState() !== 'on' || stream) return;
  stream = new EventSource('/console/api/events');
  stream.addEventListener('news', ({ data }: MessageEvent<string>) => {
    void show(JSON.parse(data) as ConsoleNews);
  });
  await worker();
}

/** The session is over, or nobody wants to be told any more. */
export function stopListening(): void {
  stream?.close();
  stream = null;
}

async function show(news: ConsoleNews): Promise<void> {
  const words = NEWS_WORDS[keptLang()];
  const [title, body, page] =
    news.kind === 'order'
      ? [words.order[news.status], `${news.service} · ${news.code}`, `/orders/${news.code}`]
      : [words.alert, news.subject, '/home'];
  // Two tabs that both tell the same take one another's place.
  const tag = news.kind === 'order' ? news.code : `${news.alert} ${news.subject}`;
  await (await worker()).showNotification(title, { body, tag, data: page });
}

async function worker(): Promise<ServiceWorkerRegistration> {
  await navigator.serviceWorker.register(trusted(WORKER), { scope: '/console/' });
  return navigator.serviceWorker.ready;
}

/** Our page's policy lets scripts come from nowhere but through a named policy, where the browser knows of those. */
function trusted(url: string): string {
  return (policy?.createScriptURL(url) ?? url) as string;
}

interface ScriptPolicy {
  createScriptURL(url: string): unknown;
}
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptPolicy;
}
