import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';

/** Script of an element that shows one line of text, Lit included. */
export async function buildLeastElement(): Promise<string> {
  const entry = fileURLToPath(new URL('least-element.ts', import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'least' } },
  });
  const [output] = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[];
  const chunk = output?.output[0];
  if (!chunk) throw new Error('Vite built nothing.');
  return chunk.code;
}
