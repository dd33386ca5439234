/** A request the provider says no to. The message is the `pesan` the caller reads, in Indonesian. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** Too many requests in the window; the caller may come back after `retryAfterSeconds` (whole, at least 1). */
export class TooManyRequests extends Error {
  override readonly name = 'TooManyRequests';
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super(`Terlalu banyak permintaan. Coba lagi dalam ${retryAfterSeconds} detik.`);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
