import { describe, expect, it } from 'vitest';
import { AlertStore } from '../../../../proxy/store/alerts.ts';
import { LessonStore } from '../../../../proxy/store/lessons.ts';
import { OrderStore } from '../../../../proxy/store/orders.ts';
import { SnapshotStore } from '../../../../proxy/store/snapshots.ts';
import { newOrder, tempStore } from '../support/stored.ts';

describe('the kept catalogue', () => {
  it('is the last one of that provider', async () => {
    const snapshots = new SnapshotStore(await tempStore());
    expect(await snapshots.catalog('https://a.example')).toBeNull();
    await snapshots.saveCatalog('https://a.example', '[1]', 1_000);
    await snapshots.saveCatalog('https://b.example', '[2]', 2_000);
    await snapshots.saveCatalog('https://a.example', '[3]', 3_000);
    expect(await snapshots.catalog('https://a.example')).toEqual({ services: '[3]', takenAt: 3_000 });
    expect(await snapshots.catalog('https://b.example')).toEqual({ services: '[2]', takenAt: 2_000 });
    await snapshots.saveCatalog('https://a.example', null, 4_000);
    expect(await snapshots.catalog('https://a.example')).toEqual({ services: '[3]', takenAt: 4_000 });
    expect(await snapshots.catalog('https://b.example')).toEqual({ services: '[2]', takenAt: 2_000 });
  });
});

describe('the kept picture of an order', () => {
  it('is the first one, byte for byte', async () => {
    const store = await tempStore();
    const { id } = await new OrderStore(store).insert(newOrder(), 1_000);
    const snapshots = new SnapshotStore(store);
    expect(await snapshots.qrImage(id)).toBeNull();
    await snapshots.saveQrImage(id, { mediaType: 'image/png', bytes: Uint8Array.of(0, 137, 255) });
    await snapshots.saveQrImage(id, { mediaType: 'image/gif', bytes: Uint8Array.of(1) });
    const kept = await snapshots.qrImage(id);
    expect([kept?.mediaType, ...(kept?.bytes ?? [])]).toEqual(['image/png', 0, 137, 255]);
  });

  it('belongs to an order that is there', async () => {
    const snapshots = new SnapshotStore(await tempStore());
    const saving = snapshots.saveQrImage('nobody', { mediaType: 'image/png', bytes: Uint8Array.of(1) });
    await expect(saving).rejects.toThrow();
  });
});

describe('kept lessons', () => {
  it('are the last ones, by service and by category', async () => {
    const lessons = new LessonStore(await tempStore());
    expect(await lessons.all()).toEqual([]);
    await lessons.save(
      [
        { scope: 'service', key: 'a', extra: 1_200 },
        { scope: 'category', key: 'a', extra: 500 },
      ],
      1_000,
    );
    await lessons.save([{ scope: 'service', key: 'a', extra: 900 }], 2_000);
    expect(await lessons.all()).toHaveLength(2);
    expect(await lessons.all()).toEqual(
      expect.arrayContaining([
        { scope: 'service', key: 'a', extra: 900 },
        { scope: 'category', key: 'a', extra: 500 },
      ]),
    );
  });
});

describe('alerts for the reseller', () => {
  it('are kept once for each kind and subject, counted, with the last words, the newest first', async () => {
    const alerts = new AlertStore(await tempStore());
    await alerts.raise({ kind: 'below_floor', subject: 'ZT-1', detail: 'first' }, 1_000);
    await alerts.raise({ kind: 'status_flip', subject: 'ZT-1', detail: 'flip' }, 2_000);
    await alerts.raise({ kind: 'below_floor', subject: 'ZT-1', detail: 'last' }, 3_000);
    expect(await alerts.list()).toEqual([
      { kind: 'below_floor', subject: 'ZT-1', detail: 'last', times: 2, firstAt: 1_000, lastAt: 3_000 },
      { kind: 'status_flip', subject: 'ZT-1', detail: 'flip', times: 1, firstAt: 2_000, lastAt: 2_000 },
    ]);
  });
});
