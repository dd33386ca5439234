import type { ServiceTable } from './service.ts';

/** Prepaid electricity. The token arrives in `catatan`. */
export const pln: ServiceTable = {
  'Token PLN': [
    ['Token 20.000', 20_450],
    ['Token 50.000', 50_450],
    ['Token 100.000', 100_450],
    ['Token 200.000', 200_450],
    ['Token 500.000', 500_450],
    ['Token 1.000.000', 1_000_450],
    ['Token 5.000.000', 5_000_450, 'Gangguan'],
  ],
};
