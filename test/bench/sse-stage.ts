import { Child } from './child.ts';
import type { Arrivals, Faults } from './sse-clients.ts';
import type { Load, Memory } from './sse-server.ts';
import type { Made } from './stream-server.ts';

/** The servers that are compared. */
export type Kind = 'bare' | 'ours' | 'better-sse';

/** Readers are in two processes: one may have 20,000 descriptors here, and the server needs them too. */
const CLIENTS = 2;

/** One server in a process of its own, and its readers in two others. */
export class Stage {
  readonly #server: Child;
  readonly #clients: readonly Child[];
  readonly #mute = new Child(new URL('./sse-mute.ts', import.meta.url));
  readonly #port: number;
  readonly #paths: readonly string[];

  private constructor(server: Child, clients: readonly Child[], port: number, paths: readonly string[]) {
    this.#server = server;
    this.#clients = clients;
    this.#port = port;
    this.#paths = paths;
  }

  /** @param orders how many orders the server has. */
  static async start(kind: Kind, orders: number): Promise<Stage> {
    const server = new Child(new URL('./sse-server.ts', import.meta.url), kind, String(orders));
    const clients = Array.from(
      { length: CLIENTS },
      () => new Child(new URL('./sse-clients.ts', import.meta.url)),
    );
    const { port, paths } = await server.ask<{ port: number; paths: string[] }>('listen');
    return new Stage(server, clients, port, paths);
  }

  /** Opens as many streams of order 0 in a third process, whose readers throw all away or never read. */
  async openMute(count: number, reads: boolean): Promise<void> {
    await this.#mute.ask('open', { port: this.#port, path: this.#paths[0], count, reads });
  }

  async closeMute(): Promise<void> {
    await this.#mute.ask('close');
  }

  /** Opens a stream for each of these orders, half of them in each client process. */
  async open(orders: readonly number[]): Promise<void> {
    const half = Math.ceil(orders.length / CLIENTS);
    await Promise.all(
      this.#clients.map((client, index) => {
        const mine = orders.slice(index * half, (index + 1) * half);
        const streams = mine.map((order) => ({ order, path: this.#paths[order] ?? '' }));
        return client.ask('open', { port: this.#port, streams });
      }),
    );
  }

  change(order: number, padding?: number): Promise<Made> {
    return this.#server.ask('change', { order, padding });
  }

  changes(load: Load): Promise<Made[]> {
    return this.#server.ask('changes', load);
  }

  memory(): Promise<Memory> {
    return this.#server.ask('memory');
  }

  counts(): Promise<Record<string, number>> {
    return this.#server.ask('counts');
  }

  /** Everything that arrived since the last asking. */
  async arrivals(): Promise<readonly { order: number; version: number; at: number }[]> {
    const parts = await Promise.all(this.#clients.map((client) => client.ask<Arrivals>('take')));
    return parts.flatMap((part) =>
      Array.from({ length: part.length / 3 }, (_none, index) => ({
        order: part[index * 3] ?? 0,
        version: part[index * 3 + 1] ?? 0,
        at: part[index * 3 + 2] ?? 0,
      })),
    );
  }

  /** Breaks and reopens every stream once within these seconds. */
  async reconnect(seconds: number): Promise<void> {
    await Promise.all(this.#clients.map((client) => client.ask('reconnect', seconds)));
  }

  async faults(): Promise<Faults> {
    const parts = await Promise.all(this.#clients.map((client) => client.ask<Faults>('faults')));
    const sum = (pick: (part: Faults) => number) => parts.reduce((total, part) => total + pick(part), 0);
    return {
      lost: sum((part) => part.lost),
      repeated: sum((part) => part.repeated),
      ended: sum((part) => part.ended),
    };
  }

  /** The last version each open reader has seen, by order. */
  async versions(): Promise<ReadonlyMap<number, number>> {
    const parts = await Promise.all(
      this.#clients.map((client) => client.ask<[number, number][]>('versions')),
    );
    return new Map(parts.flat());
  }

  /** Closes all streams; resolves when the server has noticed. */
  async closeStreams(): Promise<void> {
    await Promise.all(this.#clients.map((client) => client.ask('close')));
    while (((await this.counts()).open ?? 0) > 0) await sleep(50);
  }

  async stop(): Promise<void> {
    await Promise.all([this.#server, this.#mute, ...this.#clients].map((child) => child.stop()));
  }
}

/** Resolves after so many milliseconds. */
export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
