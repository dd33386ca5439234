import { spawn } from 'node:child_process';
import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What a search for programs asks of the machine, so that a test can stand in for one. */
export interface Machine {
  /** The PATH variable: folders in order of preference. */
  path: string;
  isRoot: boolean;
  isExecutable: (file: string) => boolean;
  /** The names in a folder; none when it cannot be read. */
  list: (folder: string) => string[];
  /** Runs a command to its end; true when it exits with 0. */
  run: (command: string, ...args: string[]) => Promise<boolean>;
}

/**
 * The machine the tests run on.
 * @param commandLimitMs how long one command may take. Without a network installers retry for a long time,
 *   and whoever comes after them must still get a turn.
 */
export function thisMachine(commandLimitMs = 3 * 60_000): Machine {
  return {
    path: process.env.PATH ?? '',
    isRoot: process.getuid?.() === 0,
    isExecutable,
    list,
    run: (command, ...args) => run(commandLimitMs, command, args),
  };
}

/** The first of the commands that is on PATH: names in order of preference, then folders in PATH's order. */
export function findCommand(machine: Machine, names: readonly string[]): string | undefined {
  const folders = machine.path.split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(machine.isExecutable);
}

/** Has apt read what there is to install. False where only root may, or where there is no network. */
export async function canInstall(machine: Machine): Promise<boolean> {
  return machine.isRoot && (await machine.run('apt-get', 'update'));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function run(limitMs: number, command: string, args: string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: limitMs,
      shell: process.platform === 'win32',
    });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}
