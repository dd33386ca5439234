/**
 * Whole rupiah as Indonesians write them: `Rp12.000`, no space, no decimals.
 * Done by hand because `Intl` puts a no-break space after `Rp` in some engines and none in others.
 */
export function formatRupiah(rupiah: number): string {
  const digits = String(Math.abs(Math.round(rupiah))).replace(/\B(?=(\d{3})+$)/g, '.');
  return `${rupiah < 0 ? '-' : ''}Rp${digits}`;
}
