import type { Machine } from './machine.ts';

/** A machine that is not there, and what was run on it. */
export interface FakeMachine {
  readonly fake: Machine;
  readonly ran: string[];
}

/**
 * A machine with these executable files and no network: a command of `gives` makes its files appear, reading
 * what there is to install works, and everything else fails.
 */
export function fakeMachine(
  files: readonly string[],
  gives: Record<string, readonly string[]> = {},
  isRoot = true,
): FakeMachine {
  const present = new Set(files);
  const ran: string[] = [];
  const fake: Machine = {
    path: '/usr/local/bin:/usr/bin',
    isRoot,
    isExecutable: (file) => present.has(file),
    list: (folder) => {
      const inside = [...present].filter((file) => file.startsWith(`${folder}/`));
      return [...new Set(inside.map((file) => file.slice(folder.length + 1).replace(/\/.*/, '')))];
    },
    run: async (...words) => {
      const command = words.join(' ');
      ran.push(command);
      for (const file of gives[command] ?? []) present.add(file);
      return command in gives || command === 'apt-get update';
    },
  };
  return { fake, ran };
}
