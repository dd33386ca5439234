import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** One request from the bench to a process of its own, and what that answered. */
type Message = { readonly id: number; readonly what: string; readonly with: unknown };
type Reply = { readonly id: number; readonly value?: unknown; readonly error?: string };

/** A process of the bench that does what it is asked, one thing by name. */
export class Child {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  #asked = 0;

  /** @param module file beside this one; @param args what it finds in `process.argv` from 2 on. */
  constructor(module: URL, ...args: string[]) {
    this.#process = fork(fileURLToPath(module), args, {
      execArgv: ['--import', 'tsx', '--expose-gc'],
      env: { ...process.env, NODE_ENV: 'production' },
      serialization: 'advanced',
    });
    this.#process.on('message', ({ id, value, error }: Reply) => {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error === undefined) waiting?.resolve(value as never);
      else waiting?.reject(new Error(error));
    });
    this.#process.on('exit', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`${module} has ended`));
    });
  }

  /** @throws Error with the child's own words when it failed, or when it has ended. */
  ask<T>(what: string, input: unknown = null): Promise<T> {
    const id = ++this.#asked;
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#process.send({ id, what, with: input } satisfies Message);
    });
  }

  /** Ends the process; resolves when it is gone. */
  async stop(): Promise<void> {
    const gone = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill('SIGKILL');
    await gone;
  }
}

/** The child's side: answers each request with the function of its name, and ends with its parent. */
export function serve(answers: Record<string, (input: never) => unknown>): void {
  process.on('disconnect', () => process.exit());
  process.on('message', async ({ id, what, with: input }: Message) => {
    const reply = await Promise.resolve()
      .then(() => answers[what]?.(input as never))
      .then(
        (value) => ({ id, value }),
        (error: unknown) => ({ id, error: error instanceof Error ? (error.stack ?? '') : String(error) }),
      );
    process.send?.(reply);
  });
}

/** Milliseconds on a clock that all processes of this machine share. */
export function sharedNow(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
