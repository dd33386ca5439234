import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { helpNumberSchema, ORIGIN_PATTERN } from './contract/console-shop.ts';
import { type Markup, parseMarkup } from './pricing/markup.ts';

/** Where the orders live. */
type DatabaseConfig =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'postgres'; readonly url: string };

/** Everything the process can be told from outside, checked. */
export interface Config {
  readonly provider: {
    readonly baseUrl: string;
    readonly apiKey: string | null;
    readonly requestsPerMinute: number;
    readonly timeoutMs: number;
  };
  readonly http: {
    readonly host: string;
    readonly port: number;
    /** How browsers reach the proxy, without a slash at the end; null: taken from each request. */
    readonly publicUrl: string | null;
    readonly allowedOrigins: readonly string[];
    readonly trustProxy: number;
    readonly ordersPerMinutePerIp: number;
  };
  /** The console's password; null: chosen at the first visit with a one-time link. */
  readonly consolePassword: string | null;
  readonly shop: { readonly name: string; readonly help: string | null };
  readonly markup: Markup;
  /** Least profit of an order, whole rupiah; an order that would earn less is not shown a QR. */
  readonly profitFloor: number;
  readonly database: DatabaseConfig;
  /** Holds the SQLite file and the made-up secret key. */
  readonly dataDir: string;
  readonly secretKey: string | null;
  readonly logLevel: string;
}

/** The environment is wrong: one line for each mistake, ready to print. */
export class ConfigError extends Error {
  readonly lines: readonly string[];
  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'ConfigError';
    this.lines = lines;
  }
}

const whole = (least: number, most: number, fallback: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((n) => n >= least && n <= most, `must be a whole number from ${least} to ${most}`)
    .default(fallback);

const httpUrl = (example: string) =>
  z
    .string()
    .refine((text) => {
      const url = URL.canParse(text) ? new URL(text) : null;
      return url !== null && /^https?:$/.test(url.protocol) && !url.search && !url.hash && !url.username;
    }, `must be an address such as ${example}`)
    .transform((text) => text.replace(/\/+$/, ''));

const allowedOrigins = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((entry) => entry.trim().toLowerCase().replace(/\/$/, ''))
      .filter((entry) => entry !== ''),
  )
  .superRefine((entries, context) => {
    for (const entry of entries) {
      if (!ORIGIN_PATTERN.test(entry)) {
        context.addIssue(
          `has "${entry}", which is not an origin: write https://blog.example.com or https://*.example.com`,
        );
      }
    }
  })
  .default([]);

const database = z
  .string()
  .transform((text, context): DatabaseConfig => {
    if (/^postgres(ql)?:\/\//.test(text)) return { kind: 'postgres', url: text };
    if (text.startsWith('file:') && text.length > 'file:'.length) {
      return { kind: 'sqlite', file: resolve(text.slice('file:'.length).replace(/^\/\/(?=\/)/, '')) };
    }
    context.addIssue('must be file:./data/zul-topup.db or postgres://user:password@host/database');
    return z.NEVER;
  })
  .default({ kind: 'sqlite', file: resolve('data/zul-topup.db') });

const markup = z
  .string()
  .transform((text, context): Markup => {
    const rule = parseMarkup(text);
    if (rule) return rule;
    context.addIssue('must be a markup such as 8%, 1500 or 8%+500');
    return z.NEVER;
  })
  .default({ percentHundredths: 1000, fixedRupiah: 0 });

const environment = z.object({
  ZULTOPUP_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'must not hold spaces or line breaks: copy it again from the dashboard')
    .nullable()
    .default(null),
  ZULTOPUP_BASE_URL: httpUrl('https://chestcloudx.my.id/api').default('https://chestcloudx.my.id/api'),
  PORT: whole(0, 65_535, 8787),
  HOST: z.string().default('0.0.0.0'),
  PUBLIC_URL: httpUrl('https://topup.example.com').nullable().default(null),
  ALLOWED_ORIGINS: allowedOrigins,
  MARKUP: markup,
  DATABASE_URL: database,
  SECRET_KEY: z
    .string()
    .min(8, 'must have 8 characters or more; leave it out to have one made')
    .nullable()
    .default(null),
  CONSOLE_PASSWORD: z
    .string()
    .min(10, 'must have 10 characters or more; leave it out to choose one at the first visit')
    .max(200, 'must have 200 characters or fewer')
    .nullable()
    .default(null),
  TRUST_PROXY: whole(0, 10, 0),
  PROVIDER_REQUESTS_PER_MINUTE: whole(1, 6000, 60),
  PROVIDER_TIMEOUT_MS: whole(100, 120_000, 15_000),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be one of fatal, error, warn, info, debug, trace, silent',
    })
    .default('info'),
  SHOP_NAME: z.string().max(60, 'must have 60 characters or fewer').default('Top Up'),
  SHOP_HELP: helpNumberSchema.nullable().default(null),
  ORDERS_PER_MINUTE_PER_IP: whole(1, 10_000, 0),
  PROFIT_FLOOR: whole(0, 10_000_000, 0),
});

/** Names of every environment variable the proxy reads; the README's table is tested against it. */
export const ENVIRONMENT_NAMES: readonly string[] = Object.keys(environment.shape);

/**
 * Environment to Config. An empty value counts as not set, as in `.env` files and hosting panels.
 * @throws ConfigError with one line per mistake, each naming the variable and what to write instead.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    ENVIRONMENT_NAMES.map((name) => [name, env[name]?.trim() || undefined] as const),
  );
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${String(issue.path[0])} ${lowerFirst(issue.message)}`),
    );
  }
  const e = parsed.data;
  return {
    provider: {
      baseUrl: e.ZULTOPUP_BASE_URL,
      apiKey: e.ZULTOPUP_API_KEY,
      requestsPerMinute: e.PROVIDER_REQUESTS_PER_MINUTE,
      timeoutMs: e.PROVIDER_TIMEOUT_MS,
    },
    http: {
      host: e.HOST,
      port: e.PORT,
      publicUrl: e.PUBLIC_URL,
      allowedOrigins: e.ALLOWED_ORIGINS,
      trustProxy: e.TRUST_PROXY,
      // Half of what the provider allows: one address must not take every order of the minute.
      ordersPerMinutePerIp: e.ORDERS_PER_MINUTE_PER_IP || Math.ceil(e.PROVIDER_REQUESTS_PER_MINUTE / 2),
    },
    consolePassword: e.CONSOLE_PASSWORD,
    shop: { name: e.SHOP_NAME, help: e.SHOP_HELP },
    markup: e.MARKUP,
    profitFloor: e.PROFIT_FLOOR,
    database: e.DATABASE_URL,
    dataDir: e.DATABASE_URL.kind === 'sqlite' ? dirname(e.DATABASE_URL.file) : resolve('data'),
    secretKey: e.SECRET_KEY,
    logLevel: e.LOG_LEVEL,
  };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
