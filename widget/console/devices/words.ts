import type { Lang } from '../lang.ts';

/** What the page of the signed-in devices says. */
export interface DevicesWords {
  readonly devices: string;
  readonly thisDevice: string;
  readonly unknownDevice: string;
  readonly lastSeen: string;
  readonly signOut: string;
  readonly signOutAll: string;
}

export const DEVICES_WORDS: Readonly<Record<Lang, DevicesWords>> = {
  id: {
    devices: 'Perangkat yang masuk',
    thisDevice: 'perangkat ini',
    unknownDevice: 'Perangkat tidak dikenal',
    lastSeen: 'Terakhir {0}',
    signOut: 'Keluar',
    signOutAll: 'Keluar dari semua perangkat',
  },
  en: {
    devices: 'Signed-in devices',
    thisDevice: 'this device',
    unknownDevice: 'Unknown device',
    lastSeen: 'Last seen {0}',
    signOut: 'Sign out',
    signOutAll: 'Sign out everywhere',
  },
};
