import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/** Names under which a secret, a cost or a provider's id could slip into a log line by mistake. */
const NEVER_LOGGED = [
  ...['apiKey', 'api_key', 'token', 'cost', 'profit', 'provider_id', 'providerId', 'provider_invoice'],
  ...['customer_name', 'customer_phone', 'customer', 'target', 'target_fields', 'idempotency_key'],
];

/**
 * The process's logger: one JSON object a line, on standard output unless told otherwise.
 * Bodies, URLs with tokens and whole rows are never logged; the list above is the second net.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    redact: { paths: NEVER_LOGGED.flatMap((name) => [name, `*.${name}`]), remove: true },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
  };
  return destination ? pino(options, destination) : pino(options);
}

/** An error as it may stand in a log: our own name and message; a cause's code, not its text. */
export function describeError(error: unknown): { name: string; message: string; code?: string } {
  if (!(error instanceof Error)) return { name: 'unknown', message: typeof error };
  const code = (error as NodeJS.ErrnoException).code;
  return { name: error.name, message: error.message, ...(typeof code === 'string' ? { code } : {}) };
}
