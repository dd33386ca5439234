import type { Machine } from '../support/machine.ts';

/** A browser engine other than Chromium's that buyers come with. */
export interface Engine {
  /** As people call it. */
  readonly name: string;
  /** Debian's packages of it. */
  readonly packages: readonly string[];
  /** How to start it, or undefined where a part of it is not installed. */
  readonly find: (machine: Machine) => Launch | undefined;
}

/** Starts the browser. All it writes goes into the folder; what was started when it fails is ended again. */
export type Launch = (folder: string) => Promise<Tab>;

/** One tab of a running browser, and what a buyer does in it. */
export interface Tab {
  /** What the browser itself says it is. */
  readonly version: string;
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Evaluates an expression in the page; its value comes back as JSON would carry it. */
  read(expression: string): Promise<unknown>;
  /** Clicks with the mouse on the element an expression gives. False while there is none. */
  click(expression: string): Promise<boolean>;
  /** Types with the keyboard, into whatever has the focus. */
  type(text: string): Promise<void>;
  /** What is on the screen, as PNG. */
  picture(): Promise<Uint8Array>;
  /** Ends the browser and everything that was started for it. */
  close(): Promise<void>;
}

/** How long a browser may take to start. On two idle cores it takes a few seconds; on busy ones 20 were seen. */
export const START_LIMIT_MS = 90_000;

/** How long it may take for anything else that is asked of it. */
export const ANSWER_LIMIT_MS = 40_000;
