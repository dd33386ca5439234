import type { ServiceTable } from './service.ts';

/** E-wallet balance: face value plus the wallet's fee. */
export const eMoney: ServiceTable = {
  DANA: [
    ['Saldo 10.000', 10_150],
    ['Saldo 20.000', 20_150],
    ['Saldo 50.000', 50_150],
    ['Saldo 100.000', 100_150],
    ['Saldo 200.000', 200_150],
  ],
  OVO: [
    ['Saldo 20.000', 21_050],
    ['Saldo 50.000', 51_050],
    ['Saldo 100.000', 101_050],
  ],
  GoPay: [
    ['Saldo 10.000', 11_050],
    ['Saldo 25.000', 26_050],
    ['Saldo 50.000', 51_050],
    ['Saldo 100.000', 101_050],
  ],
  ShopeePay: [
    ['Saldo 10.000', 10_700],
    ['Saldo 50.000', 50_700],
    ['Saldo 100.000', 100_700],
  ],
  LinkAja: [
    ['Saldo 10.000', 10_850],
    ['Saldo 25.000', 25_850, 'Gangguan'],
    ['Saldo 50.000', 50_850],
  ],
};
