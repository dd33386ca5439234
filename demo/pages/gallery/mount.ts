import { readFileSync } from 'node:fs';
import type { Express } from 'express';
import ts from 'typescript';
import { fixedProxy } from './fixed-proxy.ts';
import { galleryPage, type Wanted } from './page.ts';
import { THEMES } from './states.ts';

/**
 * The gallery: every state of the widget in both themes, from fixed data.
 * `/gallery` shows them all; `?state=NAME,NAME`, `&theme=dark`, `&width=360` and `&at=ISO-TIME` narrow it down.
 */
export function mountGallery(app: Express, { proxyUrl }: { readonly proxyUrl: () => string }): void {
  app.get('/gallery', (request, response) => {
    const asked = (name: string) =>
      typeof request.query[name] === 'string' ? request.query[name] : undefined;
    const at = Date.parse(asked('at') ?? '');
    const wanted: Wanted = {
      states: asked('state')?.split(',') ?? [],
      theme: THEMES.find((theme) => theme === asked('theme')),
      width: Number(asked('width')) || undefined,
      at: Number.isNaN(at) ? undefined : at,
    };
    response.type('html').send(galleryPage(proxyUrl(), wanted));
  });
  app.get('/gallery/page.css', (_request, response) => void response.type('css').send(part('gallery.css')));
  app.get('/gallery/stage.js', (_request, response) => {
    const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
    response.type('js').send(ts.transpileModule(part('stage.ts'), { compilerOptions }).outputText);
  });
  app.use('/gallery', fixedProxy());
}

/** Read at every request, so that an edit shows after a reload. */
function part(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}
