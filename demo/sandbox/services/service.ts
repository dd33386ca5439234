/** One row of the price list. `harga` is the reseller's price in whole rupiah. */
export interface Service {
  /** Not for ever: the provider renumbers its list. */
  sid: string;
  readonly tipe: string;
  readonly kategori: string;
  readonly layanan: string;
  harga: number;
  /** `Normal` or `Gangguan` (down: cannot be ordered). */
  status: string;
}

/** The rows of one type by category: name, price in whole rupiah and, when the service is down, why. */
export type ServiceTable = Readonly<
  Record<string, readonly (readonly [layanan: string, harga: number, down?: 'Gangguan'])[]>
>;
