import { newToken } from './ids.ts';
import { Refusal } from './refusal.ts';

/** A reseller's account. Money is whole rupiah; passwords live in memory only, as long as the sandbox. */
export interface Account {
  readonly userId: string;
  readonly password: string;
  readonly role: 'reseller';
  apiKey: string;
  /** What saldo orders are paid from. */
  balance: number;
  /** Dropship profit, kept apart until the reseller draws it. */
  profit: number;
}

/** What registering needs; all as typed by the caller. */
export interface Registration {
  readonly username: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** All resellers, found by user id or by API key. */
export class Accounts {
  readonly #byUserId = new Map<string, Account>();

  /** Opens an account without a check of its data: the ready-made one. */
  open(userId: string, password: string, apiKey: string, balance: number): Account {
    const account: Account = { userId, password, role: 'reseller', apiKey, balance, profit: 0 };
    this.#byUserId.set(userId, account);
    return account;
  }

  /** @throws Refusal when a field is missing or malformed, or the username is taken */
  register({ username, name, email, password }: Registration): Account {
    if (!/^[A-Za-z0-9_]{3,30}$/.test(username)) {
      throw new Refusal('Username 3 sampai 30 huruf, angka atau garis bawah.');
    }
    if (name === '') throw new Refusal('Nama wajib diisi.');
    if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)) throw new Refusal('Email tidak valid.');
    if (password.length < 6) throw new Refusal('Password minimal 6 karakter.');
    if (this.#byUserId.has(username)) throw new Refusal('Username sudah dipakai.');
    return this.open(username, password, newToken(), 0);
  }

  /** @throws Refusal when the user id or the password is wrong, without saying which */
  login(userId: string, password: string): Account {
    const account = this.#byUserId.get(userId);
    if (account?.password !== password) throw new Refusal('User ID atau password salah.');
    return account;
  }

  byKey(apiKey: string): Account | undefined {
    for (const account of this.#byUserId.values()) {
      if (account.apiKey === apiKey) return account;
    }
    return undefined;
  }
}
