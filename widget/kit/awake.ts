/** Keeps the screen on while it is wanted: a QR that goes dark in front of another phone's camera is no use. */
export class Awake {
  #lock: WakeLockSentinel | null = null;
  #asking = false;
  #wanted = false;

  /** To be called as often as one likes; the browser lets go whenever the page is hidden. */
  want(wanted: boolean): void {
    this.#wanted = wanted;
    if (!wanted) {
      void this.#lock?.release();
      this.#lock = null;
    } else if (
      (!this.#lock || this.#lock.released) &&
      !this.#asking &&
      document.visibilityState === 'visible'
    ) {
      this.#asking = true;
      // A browser without wake locks, or one that refuses, leaves the screen to the buyer.
      Promise.resolve(navigator.wakeLock?.request('screen'))
        .then((lock) => {
          this.#lock = lock ?? null;
          // The buyer may have gone on before the browser answered.
          if (!this.#wanted) this.want(false);
        })
        .catch(() => undefined)
        .finally(() => {
          this.#asking = false;
        });
    }
  }
}
