import { compose, type ProxyServer } from './compose.ts';
import { ConfigError, readConfig } from './config.ts';
import { invitation } from './ops/invitation.ts';
import { createLogger, describeError, type Logger } from './ops/logger.ts';

/** Says plainly on standard error what keeps the process from starting, and ends it. */
function refuseToStart(lines: readonly string[]): never {
  for (const line of lines) process.stderr.write(`zul-topup cannot start: ${line}\n`);
  process.exit(1);
}

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const logger = createLogger(config.logLevel);
  const proxy = await compose(config, logger);
  const { url, setupSecret, hasKey } = await proxy.listen();
  logger.info({ url: config.http.publicUrl ?? url }, 'zul-topup is listening');
  if (setupSecret !== null) {
    // For the reseller's eyes, and not a line of the log: it may be kept where others read.
    process.stderr.write(invitation(config.http.publicUrl ?? url, setupSecret));
  }
  if (!hasKey)
    logger.warn('no ZulTopup account is connected: nothing can be sold until it is, in the console');
  stopOnSignal(proxy, logger);
}

/** The first signal stops gracefully, a second one at once. */
function stopOnSignal(proxy: ProxyServer, logger: Logger): void {
  let stopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1);
    stopping = true;
    logger.info({ signal }, 'stopping');
    proxy.close().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ error: describeError(error) }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

start().catch((error: unknown) => {
  if (error instanceof ConfigError) refuseToStart(error.lines);
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE') refuseToStart(['the port is in use: choose another with PORT']);
  refuseToStart([error instanceof Error ? error.message : String(error)]);
});
