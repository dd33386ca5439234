import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Long enough to find the reseller's phone, short enough for a log that others may read later. */
const LIVES_MS = 24 * 60 * 60_000;

/**
 * The one-time link with which the reseller chooses the console's password. Its hash lies in the data folder, so
 * that `npm run console:reset` makes a new one while the proxy runs: who can write there owns the shop anyway.
 */
export class SetupLink {
  readonly #file: string;

  constructor(dataDir: string) {
    this.#file = join(dataDir, 'console-link.json');
  }

  /** Makes a new one; an earlier one is void. @returns the link's secret. */
  make(now = Date.now()): string {
    const secret = randomBytes(24).toString('base64url');
    mkdirSync(join(this.#file, '..'), { recursive: true });
    writeFileSync(this.#file, JSON.stringify({ hash: hashOf(secret), until: now + LIVES_MS }), {
      mode: 0o600,
    });
    return secret;
  }

  /** Whether this is the link's secret and its time is not over. */
  fits(secret: string, now = Date.now()): boolean {
    const kept = this.#read();
    if (kept === null || now > kept.until) return false;
    return timingSafeEqual(Buffer.from(hashOf(secret)), Buffer.from(kept.hash));
  }

  /** It has served. */
  spend(): void {
    rmSync(this.#file, { force: true });
  }

  #read(): { hash: string; until: number } | null {
    try {
      const { hash, until } = JSON.parse(readFileSync(this.#file, 'utf8')) as {
        hash: unknown;
        until: unknown;
      };
      return typeof hash === 'string' && hash.length === 43 && typeof until === 'number'
        ? { hash, until }
        : null;
    } catch {
      return null;
    }
  }
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
