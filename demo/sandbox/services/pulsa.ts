import type { ServiceTable } from './service.ts';

/** Phone credit. Small nominals cost more than their face value, large ones less, as in the trade. */
export const pulsa: ServiceTable = {
  Telkomsel: [
    ['Pulsa 5.000', 5_350],
    ['Pulsa 10.000', 10_300],
    ['Pulsa 20.000', 20_150],
    ['Pulsa 25.000', 25_050],
    ['Pulsa 50.000', 49_650],
    ['Pulsa 100.000', 98_150],
  ],
  Indosat: [
    ['Pulsa 5.000', 5_900],
    ['Pulsa 10.000', 10_850],
    ['Pulsa 25.000', 25_150],
    ['Pulsa 50.000', 49_500],
    ['Pulsa 100.000', 97_400],
  ],
  XL: [
    ['Pulsa 5.000', 5_950],
    ['Pulsa 10.000', 10_900],
    ['Pulsa 25.000', 25_050],
    ['Pulsa 50.000', 49_800],
  ],
  Axis: [
    ['Pulsa 5.000', 5_900],
    ['Pulsa 10.000', 10_850],
    ['Pulsa 25.000', 25_000],
  ],
  Tri: [
    ['Pulsa 5.000', 5_450],
    ['Pulsa 10.000', 10_250],
    ['Pulsa 20.000', 19_850],
    ['Pulsa 50.000', 49_100],
  ],
  Smartfren: [
    ['Pulsa 5.000', 5_200],
    ['Pulsa 10.000', 10_150],
    ['Pulsa 25.000', 24_900, 'Gangguan'],
    ['Pulsa 50.000', 49_300],
  ],
};
