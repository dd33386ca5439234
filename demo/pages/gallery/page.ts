import type { GalleryState, Json, Step } from './state.ts';
import { STATES, THEMES, type Theme } from './states.ts';

/** What of the gallery is asked for; whatever is left out, or empty, sets no limit. */
export interface Wanted {
  readonly states: readonly string[];
  readonly theme: Theme | undefined;
  /** Width of each element in pixels; as wide as its frame when left out. */
  readonly width: number | undefined;
  /** Unix milliseconds to count all data from. */
  readonly at: number | undefined;
}

/** What the page's script needs to set up one element. */
export interface Setting {
  /** The proxy's path, which is also what its memory is named by. */
  readonly path: string;
  readonly remember: Json;
  readonly silent: readonly string[];
  readonly steps: readonly Step[];
}

const WIDTHS = [320, 360, 560, 1040];

/** The page's HTML. A single element stands alone on its ground, for screenshots and tests. */
export function galleryPage(proxyUrl: string, wanted: Wanted): string {
  const states = STATES.filter(({ name }) => wanted.states.length === 0 || wanted.states.includes(name));
  const themes = THEMES.filter((theme) => wanted.theme === undefined || wanted.theme === theme);
  const isAlone = states.length * themes.length === 1;
  const settings = states.flatMap((state) => themes.map((theme) => settingOf(state, theme, wanted)));
  const figures = states.map((state) => row(state, themes, wanted, isAlone)).join('\n');
  return `<!doctype html>
<html lang="id" class="${isAlone ? `alone ${themes[0]}` : ''}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${isAlone ? `${states[0]?.title}, ${themes[0]}` : 'Gallery'} · zul-topup</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/gallery/page.css">
${wanted.width ? `<style>zul-topup{width:${wanted.width}px}</style>` : ''}
<script type="application/json" id="settings">${JSON.stringify(settings).replaceAll('<', '\\u003c')}</script>
<script type="module" src="/gallery/stage.js"></script>
<script type="module" src="${proxyUrl}/zul-topup.js"></script>
</head>
<body>
${isAlone ? '' : header(wanted)}
<main>
${figures || '<p>There is no such state. <a href="/gallery">See all of them.</a></p>'}
</main>
</body>
</html>
`;
}

function header(wanted: Wanted): string {
  const link = (width: number) =>
    `<a href="${address({ ...wanted, width })}"${width === wanted.width ? ' aria-current="true"' : ''}>${width}</a>`;
  return `<header>
<h1>Gallery</h1>
<p>Every state of <code>&lt;zul-topup&gt;</code>, from fixed data. Nothing here is real.</p>
<nav aria-label="Width"><span>Width</span> ${WIDTHS.map(link).join(' ')} <a href="/gallery">reset</a></nav>
</header>`;
}

function row(state: GalleryState, themes: readonly Theme[], wanted: Wanted, isAlone: boolean): string {
  const elements = themes.map((theme) => {
    const attributes = Object.entries(state.attributes ?? {}).map(([name, value]) => ` ${name}="${value}"`);
    const element = `<zul-topup id="${state.name}-${theme}" theme="${theme}" data-path="${pathOf(state, theme, wanted)}"${attributes.join('')}></zul-topup>`;
    const name = isAlone
      ? ''
      : `<a href="${address({ ...wanted, states: [state.name], theme })}">${theme}</a>`;
    return `<div class="ground ${theme}">${name}${element}</div>`;
  });
  const title = `<h2><a href="${address({ ...wanted, states: [state.name] })}">${state.title}</a></h2>`;
  return `<section id="${state.name}">
${isAlone ? '' : title}
<div class="pair">${elements.join('\n')}</div>
</section>`;
}

function settingOf(state: GalleryState, theme: Theme, wanted: Wanted): Setting {
  const { remember, silent = [], steps = [] } = state;
  const path = pathOf(state, theme, wanted);
  const remembered = remember?.({ at: wanted.at ?? Date.now(), base: path }) ?? {};
  return { path, remember: remembered, silent, steps };
}

function pathOf({ name }: GalleryState, theme: Theme, { at }: Wanted): string {
  return `/gallery/${name}/${theme}${at === undefined ? '' : `-${at}`}`;
}

function address({ states, theme, width, at }: Wanted): string {
  const query = new URLSearchParams();
  if (states.length > 0) query.set('state', states.join(','));
  if (theme) query.set('theme', theme);
  if (width) query.set('width', String(width));
  if (at !== undefined) query.set('at', new Date(at).toISOString());
  return `/gallery?${query}`.replaceAll('&', '&amp;');
}
