import { dataPackages } from './data.ts';
import { eMoney } from './e-money.ts';
import { games } from './games.ts';
import { pln } from './pln.ts';
import { pulsa } from './pulsa.ts';
import type { Service, ServiceTable } from './service.ts';

const types: Readonly<Record<string, ServiceTable>> = {
  Games: games,
  Pulsa: pulsa,
  Data: dataPackages,
  PLN: pln,
  'E-Money': eMoney,
};

/** A fresh price list. Sids count up from "1" in the order of the tables, as the provider's do. */
export function openCatalog(): Service[] {
  const services: Service[] = [];
  for (const [tipe, table] of Object.entries(types)) {
    for (const [kategori, rows] of Object.entries(table)) {
      for (const [layanan, harga, status = 'Normal'] of rows) {
        services.push({ sid: String(services.length + 1), tipe, kategori, layanan, harga, status });
      }
    }
  }
  return services;
}
