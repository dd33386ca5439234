import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { within } from './limit.ts';

const STOP_LIMIT_MS = 20_000;

/** A program that a browser needs beside it, with every process it starts in turn. */
export class Child {
  readonly #process: ChildProcess;
  readonly #name: string;
  #said = '';

  /** Starts it. It may report on file descriptor 3. */
  constructor(program: string, args: readonly string[], env: Record<string, string>) {
    this.#name = program;
    // A group of its own, so that what it starts can be ended with it, by number.
    this.#process = spawn(program, args, { detached: true, env, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.#said = (this.#said + chunk).slice(-2_000);
      });
    }
    // Whoever waits for it hears of it; nobody else has to.
    this.#process.once('error', (error) => {
      this.#said += error.message;
    });
    process.once('exit', this.#kill);
  }

  /** The first line it writes to file descriptor 3. @throws Error when it ends before, or writes none in time. */
  async firstReport(limitMs: number): Promise<string> {
    const report = this.#process.stdio[3];
    if (!report) throw new Error(`${this.#name} has nowhere to report`);
    let text = '';
    const line = new Promise<string>((resolve, reject) => {
      report.on('data', (chunk: Buffer) => {
        text += chunk;
        if (text.includes('\n')) resolve(text.trim());
      });
      this.#process.once('close', () => reject(this.died()));
    });
    return within(limitMs, `${this.#name} to start`, line);
  }

  /** Whether it is gone. */
  get isOver(): boolean {
    return (
      this.#process.pid === undefined || this.#process.exitCode !== null || this.#process.signalCode !== null
    );
  }

  /** The error to throw when it is gone too early. */
  died(): Error {
    return new Error(`${this.#name} ended: ${this.#said.trim() || 'it said nothing'}`);
  }

  /** Ends it and all it started. */
  async stop(): Promise<void> {
    process.removeListener('exit', this.#kill);
    const ended = this.isOver ? undefined : once(this.#process, 'exit');
    this.#kill();
    if (ended) await within(STOP_LIMIT_MS, `${this.#name} to end`, ended);
  }

  readonly #kill = () => {
    if (this.#process.pid === undefined) return;
    try {
      process.kill(-this.#process.pid, 'SIGKILL');
    } catch {
      // The whole group is gone already.
    }
  };
}
