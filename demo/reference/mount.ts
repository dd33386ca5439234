import { readFileSync } from 'node:fs';
import type { Express } from 'express';
import { referencePage } from './page.ts';
import { readReference } from './reference.ts';
import { MANIFEST } from './write-reference.ts';

const manifest = new URL(`../../dist/widget/${MANIFEST}`, import.meta.url);

/** `/reference`: attributes, events, parts and the rest, from the manifest as it was last built. */
export function mountReference(app: Express): void {
  app.get('/reference', (_request, response) => {
    response.type('html').send(referencePage(readReference(readFileSync(manifest, 'utf8'))));
  });
  app.get('/reference.css', (_request, response) => {
    response.type('css').send(readFileSync(new URL('reference.css', import.meta.url), 'utf8'));
  });
}
