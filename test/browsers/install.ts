import { canInstall, type Machine } from '../support/machine.ts';
import type { Engine } from './engine.ts';

/**
 * Installs from Debian what is missing, where we are root. Whether it has worked is for `find` to say: an
 * installation that fails costs a smoke, not the run. May take some minutes on a new machine.
 */
export async function installMissing(engines: readonly Engine[], machine: Machine): Promise<void> {
  const missing = engines.filter((engine) => engine.find(machine) === undefined);
  if (missing.length === 0 || !(await canInstall(machine))) return;
  // One by one, because a distribution may have the one and not the other.
  for (const { name, packages } of missing) {
    console.log(`No ${name} found: installing ${packages.join(' ')} by apt-get.`);
    // The recommended packages are codecs and desktop portals, many times the size of what is needed.
    await machine.run('apt-get', 'install', '-y', '--no-install-recommends', ...packages);
  }
}
