import { type ChildProcess, spawn } from 'node:child_process';

/** What the proxy of a fault test is told, on top of its provider's address and its file. */
const ENVIRONMENT = {
  ZULTOPUP_API_KEY: 'key-of-the-fault-tests',
  HOST: '127.0.0.1',
  PORT: '0',
  // Every buyer comes from an address of his own, as in life, so that no limit per address is met.
  TRUST_PROXY: '1',
  ORDERS_PER_MINUTE_PER_IP: '10000',
  // A minute of crashes asks more of the provider than it allows in life; that limit has its own tests.
  PROVIDER_REQUESTS_PER_MINUTE: '6000',
  LOG_LEVEL: 'info',
};

/** The real proxy in a process of its own, made to be killed. */
export class ProxyProcess {
  /** Resolves with its address once it listens; rejects when it ends before. */
  readonly listening: Promise<string>;
  /** Resolves when the process is gone. */
  readonly exited: Promise<void>;
  readonly #child: ChildProcess;
  #said = '';

  /**
   * @param main the proxy's `main.js`.
   * @param options.wrapper a program and its arguments to start it under; the process must stay our own child.
   * @param options.env what it is told besides.
   */
  constructor(
    main: string,
    providerUrl: string,
    databaseFile: string,
    { wrapper = [], env = {} }: { wrapper?: readonly string[]; env?: Readonly<Record<string, string>> } = {},
  ) {
    const [program = process.execPath, ...rest] = [...wrapper, process.execPath, main];
    this.#child = spawn(program, rest, {
      stdio: ['ignore', 'pipe', 'pipe'],
      // Nothing else of our own environment: a setting of this machine must not change the test.
      env: {
        PATH: process.env.PATH ?? '',
        ...ENVIRONMENT,
        ZULTOPUP_BASE_URL: providerUrl,
        DATABASE_URL: `file:${databaseFile}`,
        ...env,
      },
    });
    this.exited = new Promise((resolve) => this.#child.once('close', () => resolve()));
    this.listening = this.#untilListening();
    // Whoever kills it at its start does not wait for it to listen.
    this.listening.catch(() => undefined);
  }

  /** SIGKILL, now: it gets no chance to finish anything. */
  kill(): void {
    this.#child.kill('SIGKILL');
  }

  /** Asks it to stop and waits until it has. */
  async stop(): Promise<void> {
    this.#child.kill('SIGTERM');
    await this.exited;
  }

  #untilListening(): Promise<string> {
    return new Promise((resolve, reject) => {
      const hear = (chunk: Buffer) => {
        this.#said = (this.#said + chunk).slice(-20_000);
        const [, url] = /"url":"([^"]+)","msg":"zul-topup is listening"/.exec(this.#said) ?? [];
        if (url !== undefined) resolve(url);
      };
      this.#child.stdout?.on('data', hear);
      this.#child.stderr?.on('data', hear);
      this.#child.once('error', reject);
      this.exited.then(() => reject(new Error(`the proxy ended before it listened:\n${this.#said}`)));
    });
  }
}
