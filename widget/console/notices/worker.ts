/*
 * The console's service worker: nothing but what a tap on a notification does. Phones show notifications through a
 * service worker alone.
 */
interface Tab {
  readonly url: string;
  focus(): Promise<unknown>;
  navigate(url: string): Promise<unknown>;
}

interface NotificationTap extends Event {
  readonly notification: Notification;
  waitUntil(done: Promise<unknown>): void;
}

const worker = globalThis as unknown as {
  readonly clients: {
    matchAll(options: { type: 'window' }): Promise<readonly Tab[]>;
    openWindow(url: string): Promise<unknown>;
  };
  addEventListener(type: 'notificationclick', listener: (event: NotificationTap) => void): void;
};

worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const page = `/console/#${String(event.notification.data)}`;
  event.waitUntil(
    worker.clients.matchAll({ type: 'window' }).then(async ([tab]) => {
      if (!tab) return worker.clients.openWindow(page);
      await tab.focus();
      return tab.navigate(page);
    }),
  );
});
