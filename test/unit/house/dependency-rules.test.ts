import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser';
import { afterEach, describe, expect, it } from 'vitest';
import { type FileTree, makeTree, removeTrees } from '../../support/file-tree.ts';

const configFile = fileURLToPath(new URL('../../../.dependency-cruiser.cjs', import.meta.url));
const config = createRequire(import.meta.url)(configFile) as Required<IConfiguration>;
const ruleNames = (config.forbidden ?? []).map((rule) => rule.name ?? '');

const PACKAGES = ['express', 'express-rate-limit', 'helmet', 'kysely', 'better-sqlite3', 'pg', 'zod'];
const DEV_PACKAGES = ['vitest'];

/** One import that must not be: who imports, what, and the rule that says so. */
type Case = [rule: string, from: string, to: string, form?: 'type' | 'value' | undefined];

const CASES: Case[] = [
  ['main-only-composes', 'proxy/main.ts', 'proxy/orders/place.ts'],
  ['nobody-imports-main', 'proxy/compose.ts', 'proxy/main.ts'],
  ['nobody-imports-main', 'demo/start.ts', 'proxy/main.ts'],
  ['only-the-top-composes', 'proxy/http/orders.ts', 'proxy/compose.ts'],
  ['only-compose-composes-parts', 'proxy/http/orders.ts', 'proxy/compose-console.ts'],
  ['only-compose-imports-app', 'proxy/main.ts', 'proxy/app.ts'],
  ['config-stays-at-the-top', 'proxy/orders/place.ts', 'proxy/config.ts'],
  ['config-stays-at-the-top', 'proxy/store/open.ts', 'proxy/config.ts', 'type'],
  ['config-imports-no-use-case', 'proxy/config.ts', 'proxy/catalog/catalog.ts'],
  ['app-is-http-only', 'proxy/app.ts', 'proxy/store/open.ts'],
  ['foundations-look-down-only', 'proxy/store/open.ts', 'proxy/orders/place.ts', 'type'],
  ['foundations-look-down-only', 'proxy/provider/client.ts', 'proxy/catalog/catalog.ts'],
  ['foundations-stay-apart', 'proxy/provider/client.ts', 'proxy/store/open.ts'],
  ['foundations-stay-apart', 'proxy/ops/health.ts', 'proxy/provider/client.ts', 'type'],
  ['contract-is-the-bottom', 'proxy/contract/order.ts', 'proxy/pricing/markup.ts', 'type'],
  ['pure-parts-import-types-only', 'proxy/pricing/markup.ts', 'proxy/contract/order.ts'],
  ['pure-parts-import-types-only', 'proxy/targets/targets.ts', 'node:fs'],
  ['pure-parts-know-the-contract-only', 'proxy/pricing/markup.ts', 'proxy/ops/health.ts', 'type'],
  ['transitions-import-types-only', 'proxy/orders/transitions.ts', 'proxy/contract/order.ts'],
  ['transitions-import-types-only', 'proxy/orders/transitions.ts', 'proxy/orders/place.ts'],

  ['orders-keeps-to-its-neighbours', 'proxy/orders/place.ts', 'proxy/http/orders.ts'],
  ['console-keeps-to-its-neighbours', 'proxy/console/sales.ts', 'proxy/http/orders.ts'],
  ['live-keeps-to-its-neighbours', 'proxy/live/bus.ts', 'proxy/tracking/tracker.ts'],
  ['tracking-keeps-to-its-neighbours', 'proxy/tracking/tracker.ts', 'proxy/catalog/catalog.ts'],
  ['orders-keeps-to-its-neighbours', 'proxy/orders/place.ts', 'proxy/live/bus.ts', 'type'],
  ['orders-keeps-to-its-neighbours', 'proxy/orders/place.ts', 'proxy/tracking/tracker.ts'],
  ['catalog-keeps-to-its-neighbours', 'proxy/catalog/catalog.ts', 'proxy/orders/place.ts'],

  ['express-lives-in-http', 'proxy/orders/place.ts', 'express', 'type'],
  ['express-lives-in-http', 'proxy/compose.ts', 'express-rate-limit'],
  ['express-lives-in-http', 'proxy/ops/health.ts', 'helmet'],
  ['requests-leave-from-provider', 'proxy/http/orders.ts', 'node:tls'],
  ['requests-leave-from-provider', 'proxy/catalog/catalog.ts', 'node:https'],
  ['sql-lives-in-store', 'proxy/orders/place.ts', 'kysely', 'type'],
  ['sql-lives-in-store', 'proxy/compose.ts', 'better-sqlite3'],
  ['sql-lives-in-store', 'proxy/compose.ts', 'pg'],
  ['zod-lives-at-the-edges', 'proxy/http/orders.ts', 'zod'],

  ['widget-takes-types-of-the-contract', 'widget/topup/zul-topup.ts', 'proxy/pricing/markup.ts', 'type'],
  ['widget-takes-no-values-of-the-proxy', 'widget/topup/zul-topup.ts', 'proxy/contract/order.ts'],
  ['widget-has-no-zod', 'widget/kit/money.ts', 'zod', 'type'],
  ['widget-has-no-node-core', 'widget/kit/money.ts', 'node:crypto'],
  ['widget-bundles-stay-apart', 'widget/topup/zul-topup.ts', 'widget/console/app.ts'],
  ['widget-bundles-stay-apart', 'widget/kit/money.ts', 'widget/topup/zul-topup.ts', 'type'],
  ['widget-stands-alone', 'widget/topup/zul-topup.ts', 'demo/sandbox/qris.ts'],
  ['proxy-stands-alone', 'proxy/compose.ts', 'widget/kit/money.ts'],
  ['proxy-stands-alone', 'proxy/compose.ts', 'test/support/fake.ts'],
  ['demo-starts-the-proxy-by-its-front-door', 'demo/start.ts', 'proxy/store/open.ts'],
  ['sandbox-knows-only-the-documented-api', 'demo/sandbox/qris.ts', 'proxy/contract/order.ts', 'type'],

  ['no-barrel-files', 'proxy/compose.ts', 'proxy/orders/index.ts'],
  ['no-unresolvable', 'proxy/compose.ts', './nowhere.ts'],
  ['no-dev-dependency-at-run-time', 'proxy/compose.ts', 'vitest'],
];

/** Imports the house is built of; none of them may fire a rule. */
const ALLOWED: Case[] = [
  ['', 'proxy/main.ts', 'proxy/compose.ts'],
  ['', 'proxy/main.ts', 'proxy/config.ts'],
  ['', 'proxy/compose.ts', 'proxy/app.ts'],
  ['', 'proxy/app.ts', 'express'],
  ['', 'proxy/http/orders.ts', 'proxy/orders/place.ts'],
  ['', 'proxy/orders/place.ts', 'proxy/orders/transitions.ts'],
  ['', 'proxy/orders/place.ts', 'proxy/pricing/markup.ts'],
  ['', 'proxy/orders/transitions.ts', 'proxy/contract/order.ts', 'type'],
  ['', 'proxy/pricing/markup.ts', 'proxy/contract/order.ts', 'type'],
  ['', 'proxy/provider/client.ts', 'node:https'],
  ['', 'proxy/store/open.ts', 'kysely'],
  ['', 'proxy/contract/order.ts', 'zod'],
  ['', 'widget/topup/zul-topup.ts', 'proxy/contract/order.ts', 'type'],
  ['', 'widget/topup/zul-topup.ts', 'widget/kit/money.ts'],
  ['', 'demo/start.ts', 'proxy/compose.ts'],
  ['', 'test/support/fake.ts', 'proxy/orders/place.ts'],
];

afterEach(removeTrees);

describe('the dependency rules', () => {
  it.each(CASES)('%s forbids %s -> %s', async (rule, from, to, form) => {
    expect(await violations(treeOf([[rule, from, to, form]]))).toContain(rule);
  });

  it('no-cycles forbids two files that import types of each other', async () => {
    const tree = {
      'proxy/orders/a.ts': "import type { B } from './b.ts';\nexport type A = B | 1;\n",
      'proxy/orders/b.ts': "import type { A } from './a.ts';\nexport type B = A | 2;\n",
    };
    expect(await violations(tree)).toContain('no-cycles');
  });

  it('no-orphans forbids a file that nothing imports', async () => {
    expect(await violations({ 'proxy/orders/lost.ts': 'export const lost = 1;\n' })).toEqual(['no-orphans']);
  });

  it('allow the imports the architecture is made of', async () => {
    expect(await violations(treeOf(ALLOWED))).toEqual([]);
  });

  it('are each proven to fire by a case above', () => {
    const proven = new Set([...CASES.map(([rule]) => rule), 'no-cycles', 'no-orphans']);
    expect([...proven].sort()).toEqual([...ruleNames].sort());
  });
});

/** Files that hold the imports of the cases, and every file they lead to. */
function treeOf(cases: Case[]): FileTree {
  const tree: FileTree = {};
  for (const [, from, to, form = 'value'] of cases) {
    const line = `import ${form === 'type' ? 'type ' : ''}{ thing } from '${specifier(from, to)}';\nexport { thing };\n`;
    tree[from] = line + (tree[from] ?? '');
    if (/^(proxy|widget|demo|test)\//.test(to)) tree[to] ??= 'export type thing = 1;\n';
  }
  return tree;
}

function specifier(from: string, to: string): string {
  if (!/^(proxy|widget|demo|test)\//.test(to)) return to;
  return `${'../'.repeat(from.split('/').length - 1)}${to}`;
}

async function violations(files: FileTree): Promise<string[]> {
  const manifest = {
    type: 'module',
    dependencies: Object.fromEntries(PACKAGES.map((name) => [name, '1.0.0'])),
    devDependencies: Object.fromEntries(DEV_PACKAGES.map((name) => [name, '1.0.0'])),
  };
  const tree: FileTree = { ...files, 'package.json': JSON.stringify(manifest) };
  for (const name of [...PACKAGES, ...DEV_PACKAGES]) {
    tree[`node_modules/${name}/package.json`] = JSON.stringify({ name, version: '1.0.0', main: 'index.js' });
    tree[`node_modules/${name}/index.js`] = 'module.exports = {};\n';
  }
  const baseDir = await makeTree(tree);
  const roots = [...new Set(Object.keys(files).map((file) => file.split('/')[0] ?? file))];
  const result = await cruise(roots, { ...config.options, baseDir, validate: true, ruleSet: config });
  const names = (result.output as ICruiseResult).summary.violations.map((violation) => violation.rule.name);
  return [...new Set(names)].sort();
}
