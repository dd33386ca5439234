import type { ServiceTable } from './service.ts';

/** Mobile data packages. */
export const dataPackages: ServiceTable = {
  'Paket Data Telkomsel': [
    ['1 GB 7 Hari', 14_800],
    ['3 GB 30 Hari', 36_500],
    ['8 GB 30 Hari', 68_900],
    ['15 GB 30 Hari', 97_500],
    ['OMG! 5 GB 3 Hari', 17_900, 'Gangguan'],
  ],
  'Paket Data Indosat': [
    ['Freedom Internet 3 GB 28 Hari', 24_700],
    ['Freedom Internet 7 GB 28 Hari', 44_300],
    ['Freedom Internet 15 GB 28 Hari', 67_800],
    ['Freedom Internet 40 GB 28 Hari', 98_600],
  ],
  'Paket Data XL': [
    ['Flex S 5 GB 21 Hari', 26_100],
    ['Flex M 10 GB 28 Hari', 52_400],
    ['Flex L 18 GB 28 Hari', 77_900],
  ],
  'Paket Data Axis': [
    ['Bronet 2 GB 30 Hari', 16_900],
    ['Bronet 5 GB 30 Hari', 30_800],
    ['Bronet 12 GB 30 Hari', 52_900],
  ],
  'Paket Data Tri': [
    ['Happy 3 GB 7 Hari', 14_900],
    ['Happy 9 GB 14 Hari', 30_200],
    ['AlwaysOn 6 GB', 29_700],
    ['AlwaysOn 20 GB', 67_500],
  ],
  'Paket Data Smartfren': [
    ['Kuota 4 GB 14 Hari', 20_300],
    ['Kuota 10 GB 28 Hari', 40_600],
    ['Unlimited Harian 1 GB 28 Hari', 72_400],
  ],
};
