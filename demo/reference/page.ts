import type { Entry, Reference } from './reference.ts';

interface Section {
  readonly id: string;
  readonly title: string;
  readonly intro: string;
  readonly entries: readonly Entry[];
  /** What stands in the first column. */
  readonly name?: (entry: Entry) => string;
}

/** The reference as an HTML page. All words come from the manifest, so it cannot say what is not so. */
export function referencePage(reference: Reference): string {
  const sections = sectionsOf(reference).filter(({ entries }) => entries.length > 0);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>&lt;${reference.tagName}&gt; reference</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/reference.css">
</head>
<body>
<header>
<h1>&lt;${reference.tagName}&gt;</h1>
<p>${prose(reference.description)}</p>
<pre><code>${safe(`<script type="module" src="https://topup.example.com/zul-topup.js"></script>\n<${reference.tagName}></${reference.tagName}>`)}</code></pre>
<p>This page is drawn from <code>custom-elements.json</code>, which the proxy serves beside the script, as it
does <code>zul-topup.d.ts</code> for TypeScript, React 19 and Vue.</p>
</header>
<nav aria-label="On this page"><ul>
${sections.map(({ id, title, entries }) => `<li><a href="#${id}">${title}</a> <span>${entries.length}</span></li>`).join('\n')}
</ul></nav>
<main>
${sections.map(section).join('\n')}
</main>
</body>
</html>
`;
}

function sectionsOf(reference: Reference): Section[] {
  return [
    {
      id: 'attributes',
      title: 'Attributes',
      intro: 'Set them in HTML. Each has a property of the same name.',
      entries: reference.attributes,
    },
    {
      id: 'properties',
      title: 'Properties',
      intro: 'Set them from script, before or after the element is on the page.',
      entries: reference.properties,
    },
    {
      id: 'methods',
      title: 'Methods',
      intro: 'To be called once the element is defined.',
      entries: reference.methods,
      name: ({ name }) => `${name}()`,
    },
    {
      id: 'events',
      title: 'Events',
      intro: 'All bubble and cross shadow roots, so that one listener on the page hears every element.',
      entries: reference.events,
    },
    {
      id: 'slots',
      title: 'Slots',
      intro: 'Your own content inside the element.',
      entries: reference.slots,
      name: ({ name }) => name || '(default)',
    },
    {
      id: 'tokens',
      title: 'Tokens',
      intro: 'CSS custom properties. Set them on the element or on anything around it.',
      entries: reference.tokens,
    },
    {
      id: 'parts',
      title: 'Parts',
      intro: `Restyle one piece: <code>${reference.tagName}::part(qr) { … }</code>.`,
      entries: reference.parts,
    },
  ];
}

function section({ id, title, intro, entries, name = (entry) => entry.name }: Section): string {
  const row = (entry: Entry) => `<div class="entry" id="${id}-${safe(entry.name || 'default')}">
<dt><code>${safe(name(entry))}</code>${swatch(entry)}</dt>
<dd><p>${prose(entry.description)}</p>${facts(entry)}</dd>
</div>`;
  return `<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
<p class="intro">${intro}</p>
<dl>
${entries.map(row).join('\n')}
</dl>
</section>`;
}

function facts({ type, default: value }: Entry): string {
  const facts = [
    type ? `<span><b>Type</b> <code>${safe(type)}</code></span>` : '',
    value ? `<span><b>Default</b> <code>${safe(value)}</code></span>` : '',
  ];
  return facts.some(Boolean) ? `<p class="facts">${facts.join(' ')}</p>` : '';
}

/** A token's colour, seen. */
function swatch({ default: value }: Entry): string {
  return /^#[0-9a-f]{3,8}$/i.test(value)
    ? `<svg class="swatch" viewBox="0 0 1 1" aria-hidden="true"><rect width="1" height="1" fill="${value}"/></svg>`
    : '';
}

/** Backticks become code; everything else is text. */
function prose(text: string): string {
  return safe(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

function safe(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
