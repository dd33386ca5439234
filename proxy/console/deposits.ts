import type { ConsoleDeposit, ConsoleDeposits } from '../contract/console-deposits.ts';
import { ProblemError } from '../contract/problem-error.ts';
import { checkQris } from '../orders/emvco.ts';
import { drawQr, readQr } from '../orders/qr-code.ts';
import type { ProviderClient } from '../provider/client.ts';
import type { DepositState } from '../provider/mapping.ts';
import { fetchPicture, type Picture, PictureRefused, pictureFromDataUrl } from '../provider/qr-image.ts';
import type { DepositRow, DepositStore } from '../store/deposits.ts';
import { asProblem } from './provider-problem.ts';

/** What deposits need. */
export interface DepositsParts {
  readonly provider: Pick<ProviderClient, 'createDeposit' | 'depositState' | 'depositHistory'>;
  readonly kept: DepositStore;
  readonly providerUrl: string;
  /** Told when money has reached the balance. */
  readonly onSettled: () => void;
}

/** A deposit on screen is looked at no sooner again; each look costs one of the minute's requests. */
const LOOK_EVERY_MS = 3_000;
const HISTORY_EVERY_MS = 20_000;
const MOST_SHOWN = 50;
const RETRY_MS = 5_000;
const QRIS_START = '000201';

/** Top-ups of the reseller's balance by QRIS. */
export class Deposits {
  readonly #parts: DepositsParts;
  readonly #lookedAt = new Map<string, number>();
  #history: { at: number; states: Promise<readonly DepositState[] | null> } | null = null;

  constructor(parts: DepositsParts) {
    this.#parts = parts;
  }

  /**
   * Asks for a QR over this amount, whole rupiah. Nothing is owed until it is paid, so that a lost answer costs
   * nothing: a new one can be made.
   * @throws ProblemError in the reseller's words.
   */
  async make(amount: number): Promise<ConsoleDeposit> {
    try {
      const made = await this.#parts.provider.createDeposit(amount);
      const row: DepositRow = {
        id: made.depositId,
        amount,
        to_pay: made.amountRupiah,
        status: 'pending',
        qr_source: made.qrSource,
        expires_at: made.expiresAt,
        created_at: Date.now(),
      };
      await this.#parts.kept.add(row);
      this.#history = null;
      return shown(row);
    } catch (error) {
      throw asProblem(error);
    }
  }

  /** Where a deposit stands, by the provider's word where that is not too fresh. @throws ProblemError `not_found` */
  async state(id: string): Promise<ConsoleDeposit> {
    const row = await this.#find(id);
    const now = Date.now();
    if (row.status === 'settlement' || now - (this.#lookedAt.get(id) ?? 0) < LOOK_EVERY_MS) return shown(row);
    this.#lookedAt.set(id, now);
    try {
      const { payment } = await this.#parts.provider.depositState(id);
      return shown(await this.#moved(row, payment));
    } catch (error) {
      throw asProblem(error);
    }
  }

  /** Ours and the provider's, the newest first. */
  async list(): Promise<ConsoleDeposits> {
    const [own, states] = await Promise.all([this.#parts.kept.latest(MOST_SHOWN), this.#states()]);
    const known = new Map((states ?? []).map((state) => [state.depositId, state]));
    const ours = await Promise.all(
      own.map((row) => this.#moved(row, known.get(row.id)?.payment ?? row.status)),
    );
    const mine = new Set(own.map(({ id }) => id));
    const others = (states ?? []).filter(({ depositId }) => !mine.has(depositId)).slice(0, MOST_SHOWN);
    return { deposits: [...ours.map(shown), ...others.map(shownElsewhere)], isWhole: states !== null };
  }

  /**
   * The QR of a deposit that can still be paid; drawn anew where it can be read, so that it is sharp and for the
   * right amount.
   * @throws ProblemError `not_found` when there is nothing to pay; `provider_unavailable` when it cannot be had.
   */
  async pictureOf(id: string): Promise<Picture> {
    const row = await this.#find(id);
    if (row.status !== 'pending') throw new ProblemError('not_found');
    try {
      const picture = await this.#picture(row.qr_source);
      const payload = picture ? readQr(picture) : row.qr_source;
      if (!payload?.startsWith(QRIS_START)) return picture ?? nothingToShow();
      const check = checkQris(payload, row.to_pay);
      if (!check.ok) throw new PictureRefused(check.why);
      return drawQr(payload) ?? picture ?? nothingToShow();
    } catch (error) {
      if (!(error instanceof PictureRefused)) throw error;
      throw new ProblemError('provider_unavailable', { retryAfterMs: RETRY_MS });
    }
  }

  /** As the provider gave it; null when it gave the text that is in it. */
  async #picture(source: string): Promise<Picture | null> {
    if (source.startsWith(QRIS_START)) return null;
    return source.startsWith('data:')
      ? pictureFromDataUrl(source)
      : fetchPicture(source, this.#parts.providerUrl);
  }

  async #find(id: string): Promise<DepositRow> {
    const row = await this.#parts.kept.find(id);
    if (!row) throw new ProblemError('not_found');
    return row;
  }

  /** Money that has arrived does not leave again; a word that nobody knows changes nothing. */
  async #moved(row: DepositRow, status: DepositState['payment']): Promise<DepositRow> {
    if (status === row.status || status === 'unknown' || row.status === 'settlement') return row;
    await this.#parts.kept.setStatus(row.id, status);
    if (status === 'settlement') this.#parts.onSettled();
    return { ...row, status };
  }

  #states(): Promise<readonly DepositState[] | null> {
    const now = Date.now();
    if (this.#history === null || now - this.#history.at > HISTORY_EVERY_MS) {
      this.#history = { at: now, states: this.#parts.provider.depositHistory().catch(() => null) };
    }
    return this.#history.states;
  }
}

function shown({ id, amount, to_pay, status, expires_at, created_at }: DepositRow): ConsoleDeposit {
  return {
    id,
    amount,
    toPay: to_pay,
    status,
    createdAt: new Date(created_at).toISOString(),
    expiresAt: expires_at === null ? null : new Date(expires_at).toISOString(),
    hasQr: status === 'pending',
  };
}

function shownElsewhere({ depositId, amountRupiah, payment }: DepositState): ConsoleDeposit {
  const unknown = { toPay: null, createdAt: null, expiresAt: null };
  return { id: depositId, amount: amountRupiah, status: payment, ...unknown, hasQr: false };
}

function nothingToShow(): never {
  throw new PictureRefused('too much for a QR code');
}
