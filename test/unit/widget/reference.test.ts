import { readFileSync } from 'node:fs';
import { LitElement } from 'lit';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { referencePage } from '../../../demo/reference/page.ts';
import type { Entry, Reference } from '../../../demo/reference/reference.ts';
import { writeReference } from '../../../demo/reference/write-reference.ts';
import { ZulTopup } from '../../../widget/topup/zul-topup.ts';
import { makeTree, removeTrees } from '../../support/file-tree.ts';
import { listFiles, ROOT, readSource } from '../../support/sources.ts';

let reference: Reference;
let folder: string;

beforeAll(async () => {
  folder = await makeTree({});
  reference = await writeReference(folder);
});
afterAll(removeTrees);

const names = (entries: readonly Entry[]) => entries.map(({ name }) => name).sort();

/** Everything a pattern's first group finds in the sources of the widget. */
function found(files: RegExp, pattern: RegExp): string[] {
  const texts = listFiles(files).map(readSource);
  const all = texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name = '']) => name));
  return [...new Set(all.flatMap((each) => each.split(' ')))].sort();
}

/** Names the element itself adds to what Lit and the browser give every element. */
function ownMembers(isWanted: (member: PropertyDescriptor) => boolean): string[] {
  const own = Object.entries(Object.getOwnPropertyDescriptors(ZulTopup.prototype));
  return own
    .filter(([name, member]) => name !== 'constructor' && !(name in LitElement.prototype) && isWanted(member))
    .map(([name]) => name)
    .sort();
}

describe('the custom elements manifest', () => {
  it('names every attribute the element observes, and no other', () => {
    expect(names(reference.attributes)).toEqual([...ZulTopup.observedAttributes].sort());
  });

  it('names every public property, and no other', () => {
    const reactive = [...ZulTopup.elementProperties.keys()].map(String);
    const own = ownMembers(({ value }) => typeof value !== 'function');
    expect(names(reference.properties)).toEqual([...new Set([...reactive, ...own])].sort());
  });

  it('names every public method, and no other', () => {
    expect(names(reference.methods)).toEqual(ownMembers(({ value }) => typeof value === 'function'));
  });

  it('names every event that has a class, by that class, and no other', () => {
    const files = listFiles(/^widget\/topup\/events\/zul-[\w-]+\.ts$/);
    const classes = files.map((file) => {
      const text = readSource(file);
      return [/super\('([\w-]+)'/.exec(text)?.[1], /class (\w+) extends Event/.exec(text)?.[1]];
    });
    expect(reference.events.map(({ name, type }) => [name, type]).sort()).toEqual(classes.sort());
  });

  it('names every part of the views, and no other', () => {
    expect(names(reference.parts)).toEqual(found(/^widget\/topup\/.*\.ts$/, /\spart="([^"]+)"/g));
    expect(found(/^widget\/topup\/.*\.ts$/, /\spart=(\$)/g)).toEqual([]);
  });

  it('names every token the styles read, and no other', () => {
    expect(names(reference.tokens)).toEqual(found(/^widget\/.*\.css$/, /var\(\s*(--zul-[\w-]+)/g));
  });

  it('gives each token the default that the light theme has', () => {
    const styles = listFiles(/^widget\/.*\.css$/)
      .map(readSource)
      .join('\n');
    const wrong = reference.tokens.filter(
      ({ name, default: value }) =>
        value !== '' &&
        !styles.includes(`var(${name}, ${value})`) &&
        !styles.includes(`var(${name}, var(--_light, ${value})`),
    );
    expect(names(wrong)).toEqual([]);
  });

  it('names every named slot, and no other', () => {
    const slots = found(/^widget\/topup\/.*\.ts$/, /<slot[^>]*\sname="([^"]+)"/g);
    expect(names(reference.slots).filter(Boolean)).toEqual(slots);
  });

  it('says of every one what it is for', () => {
    const { tagName, className, description, ...sections } = reference;
    expect([tagName, className, description.length > 20]).toEqual(['zul-topup', 'ZulTopup', true]);
    const silent = Object.entries(sections).flatMap(([section, entries]) =>
      entries.filter((entry) => entry.description === '').map(({ name }) => `${section}: ${name}`),
    );
    expect(silent).toEqual([]);
  });
});

describe('the reference page', () => {
  it('lists everything the manifest holds', () => {
    const page = referencePage(reference);
    const { attributes, properties, methods, events, parts, tokens } = reference;
    const all = { attributes, properties, methods, events, parts, tokens };
    const missing = Object.entries(all).flatMap(([section, entries]) =>
      names(entries).filter((name) => !page.includes(`id="${section}-${name}"`)),
    );
    expect(missing).toEqual([]);
  });
});

const USES = {
  'react.tsx': `
    export const shop = <zul-topup theme="dark" category="free-fire" className="shop"
      onzul-order-succeeded={(event) => event.order.code.toUpperCase()} onzul-error={({ code }) => code} />;
  `,
  'vue.tsx': `/** @jsxImportSource vue */
    export const shop = <zul-topup theme="dark" class="shop" onZulOrderSucceeded={(event) => event.order.price.toFixed()} />;
  `,
  'dom.ts': `
    const shop = document.querySelector('zul-topup');
    shop?.addEventListener('zul-order-status', ({ order }) => order.service.categoryId);
    export const proxy: string | null | undefined = shop?.proxy;
  `,
  'wrong-attribute.tsx': 'export const wrong = <zul-topup proxy={5} />;',
  'wrong-handler.tsx':
    'export const wrong = <zul-topup onzul-ready={(event: { order: string }) => event} />;',
};

describe('the type declarations', () => {
  it('serve React, Vue and plain TypeScript, and refuse what the element does not take', () => {
    const uses = Object.entries(USES).map(([file, text]) => [`${ROOT}test/${file}`, text]);
    const declarations = readFileSync(`${folder}/zul-topup.d.ts`, 'utf8');
    const site = { ...Object.fromEntries(uses), [`${ROOT}test/zul-topup.d.ts`]: declarations };
    // A type that took anything would find nothing wrong.
    const faults = diagnose(site).map(({ file, code }) => `${file?.fileName.split('/').at(-1)} ${code}`);
    expect(faults).toEqual(['wrong-attribute.tsx 2322', 'wrong-handler.tsx 2322']);
  });
});

/** Compiles texts that are on no disk, as a site's own strict compiler would. */
function diagnose(texts: Readonly<Record<string, string>>): readonly ts.Diagnostic[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    jsx: ts.JsxEmit.ReactJSX,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (file) => file in texts || fileExists(file);
  host.getSourceFile = (file, version) => {
    const text = texts[file];
    return text === undefined ? getSourceFile(file, version) : ts.createSourceFile(file, text, version, true);
  };
  return ts.getPreEmitDiagnostics(ts.createProgram(Object.keys(texts), options, host));
}
