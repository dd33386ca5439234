/** `npm run console:reset`: prints a new one-time link to the console, also while the proxy runs. */
import { ConfigError, readConfig } from './config.ts';
import { SetupLink } from './console/setup-link.ts';
import { invitation } from './ops/invitation.ts';

function reset(): void {
  const { consolePassword, dataDir, http } = readConfig(process.env);
  if (consolePassword !== null) {
    throw new ConfigError(['CONSOLE_PASSWORD is set and is the password: change it there, then start again']);
  }
  const secret = new SetupLink(dataDir).make();
  process.stdout.write(invitation(http.publicUrl ?? `http://localhost:${http.port}`, secret));
}

try {
  reset();
} catch (error) {
  const lines =
    error instanceof ConfigError ? error.lines : [error instanceof Error ? error.message : String(error)];
  for (const line of lines) process.stderr.write(`no link could be made: ${line}\n`);
  process.exitCode = 1;
}
