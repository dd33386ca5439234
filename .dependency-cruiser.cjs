/**
 * Who may import whom. Each comment says what to do when its rule fires; the tests in
 * test/unit/house/dependency-rules.test.ts break every rule once to prove that it can fire.
 */

const TYPES = ['type-only', 'type-import'];

/**
 * The use-case rooms: what each may take from the others. Anything else would let them grow into one lump.
 * http is not listed because it may call them all.
 */
const NEIGHBOURS = {
  console: ['live', 'tracking', 'orders', 'catalog'],
  live: ['orders'],
  tracking: ['orders'],
  orders: ['catalog'],
  catalog: [],
};
const USE_CASES = ['http', ...Object.keys(NEIGHBOURS)];

/** The rooms below the use cases. They know the contract and nothing above them. */
const FOUNDATIONS = ['pricing', 'targets', 'provider', 'store', 'ops'];

const folders = (names) => `^proxy/(${names.join('|')})/`;
const packages = (names) => `node_modules/(@types/)?(${names.join('|')})(/|$)`;

const neighbourRules = Object.fromEntries(
  Object.entries(NEIGHBOURS).map(([room, allowed]) => [
    `${room}-keeps-to-its-neighbours`,
    {
      comment: `Of the use-case rooms proxy/${room} may import: ${allowed.join(', ') || 'no other'}. For anything else declare an interface in proxy/${room} and let compose.ts hand the part in.`,
      from: { path: folders([room]) },
      to: { path: folders(USE_CASES), pathNot: folders([room, ...allowed]) },
    },
  ]),
);

/** Rules about layers: main -> compose -> use cases -> foundations -> contract. */
const layerRules = {
  'main-only-composes': {
    comment: 'main.ts only configures, composes, listens and stops. Build the part in compose.ts.',
    from: { path: '^proxy/main\\.ts$' },
    to: { path: '^proxy/', pathNot: '^proxy/(compose\\.ts$|config\\.ts$|ops/)' },
  },
  'nobody-imports-main': {
    comment: 'main.ts starts a process when it is loaded. Import compose.ts instead.',
    from: {},
    to: { path: '^proxy/main\\.ts$' },
  },
  'only-the-top-composes': {
    comment: 'Take the part as an argument: only main.ts, the demo and tests call compose.ts.',
    from: { path: '^proxy/', pathNot: '^proxy/main\\.ts$' },
    to: { path: '^proxy/compose\\.ts$' },
  },
  'only-compose-composes-parts': {
    comment: 'compose.ts builds these as parts of the whole. Take the part as an argument.',
    from: { path: '^proxy/', pathNot: '^proxy/(compose|compose-console)\\.ts$' },
    to: { path: '^proxy/compose-[a-z]+\\.ts$' },
  },
  'only-compose-imports-app': {
    comment: 'createApp is called by compose.ts alone. Take what you need as an argument.',
    from: { path: '^proxy/', pathNot: '^proxy/compose\\.ts$' },
    to: { path: '^proxy/app\\.ts$' },
  },
  'config-stays-at-the-top': {
    comment:
      'Take the one value you need as an option: main.ts, what composes and the reset command alone know them all.',
    from: {
      path: '^proxy/',
      pathNot: '^proxy/(main|compose|compose-console|compose-provider|console-reset)\\.ts$',
    },
    to: { path: '^proxy/config\\.ts$' },
  },
  'config-imports-no-use-case': {
    comment: 'config.ts turns environment into values. Move this logic into a foundation or the contract.',
    from: { path: '^proxy/config\\.ts$' },
    to: { path: folders(USE_CASES) },
  },
  'foundations-look-down-only': {
    comment:
      'pricing, targets, provider, store and ops know nothing of the use cases. Move the shared type to contract/, or turn the call around: the use case calls the foundation.',
    from: { path: folders(FOUNDATIONS) },
    to: { path: folders(USE_CASES) },
  },
  'app-is-http-only': {
    comment: 'app.ts orders middleware and routers. Let a use case in between call this foundation.',
    from: { path: '^proxy/app\\.ts$' },
    to: { path: folders(FOUNDATIONS), pathNot: folders(['ops']) },
  },
  'foundations-stay-apart': {
    comment: 'Let a use case or compose.ts bring the two together. Only ops may be used by all.',
    from: { path: '^proxy/(pricing|targets|provider|store|ops)/' },
    to: { path: folders(FOUNDATIONS), pathNot: ['^proxy/$1/', folders(['ops'])] },
  },
  'contract-is-the-bottom': {
    comment: 'contract/ imports zod only. Move the type into contract/ or the logic out of it.',
    from: { path: folders(['contract']) },
    to: { pathNot: [folders(['contract']), packages(['zod'])] },
  },
  'pure-parts-import-types-only': {
    comment:
      'pricing and targets are pure: outside their own folder they may import types of the contract and nothing else. Take the value as an argument.',
    from: { path: '^proxy/(pricing|targets)/' },
    to: { pathNot: ['^proxy/$1/'], dependencyTypesNot: TYPES },
  },
  'pure-parts-know-the-contract-only': {
    comment: 'pricing and targets take types from the contract only. Move the type there.',
    from: { path: '^proxy/(pricing|targets)/' },
    to: { pathNot: ['^proxy/$1/', folders(['contract'])] },
  },
  'transitions-import-types-only': {
    comment: 'The transition table is data and a lookup. Take the value as an argument.',
    from: { path: '^proxy/orders/transitions\\.ts$' },
    to: { dependencyTypesNot: TYPES },
  },
};

/** One owner for each outside dependency, so that replacing one touches one folder. */
const ownerRules = {
  'express-lives-in-http': {
    comment: 'Give the part plain arguments and let a router in http/ call it.',
    from: { path: '^(proxy|widget)/', pathNot: '^proxy/(app\\.ts$|http/)' },
    to: { path: packages(['express', 'express-serve-static-core', 'express-rate-limit', 'helmet']) },
  },
  'requests-leave-from-provider': {
    comment: 'Requests that leave the proxy start in provider/. Add a function there and call it.',
    from: { path: '^(proxy|widget)/', pathNot: folders(['provider']) },
    to: { path: '^(node:)?(https|http2|tls)$' },
  },
  'sql-lives-in-store': {
    comment: 'Add a function to the store, in the words of the domain, and call that.',
    from: { path: '^(proxy|widget)/', pathNot: folders(['store']) },
    to: { path: packages(['kysely', 'better-sqlite3', 'pg']) },
  },
  'zod-lives-at-the-edges': {
    comment:
      'Data is checked where it enters: contract/, config.ts and provider/. Behind them take the inferred type.',
    from: { path: '^proxy/', pathNot: '^proxy/(config\\.ts$|contract/|provider/)' },
    to: { path: packages(['zod']) },
  },
};

/** Rules between the four top folders. */
const borderRules = {
  'widget-takes-types-of-the-contract': {
    comment:
      "The widget may write `import type` from proxy/contract and take nothing else of the proxy: a value would pull server code into the buyer's page.",
    from: { path: '^widget/' },
    to: { path: '^proxy/', pathNot: folders(['contract']) },
  },
  'widget-takes-no-values-of-the-proxy': {
    comment: "Write `import type`. A value would bring zod into the buyer's page.",
    from: { path: '^widget/' },
    to: { path: '^proxy/', dependencyTypesNot: TYPES },
  },
  'widget-has-no-zod': {
    comment: 'A cheap phone downloads this bundle. Import the inferred type from proxy/contract.',
    from: { path: '^widget/' },
    to: { path: packages(['zod']) },
  },
  'widget-has-no-node-core': {
    comment: 'No Node built-ins in the widget. Use what the browser has.',
    from: { path: '^widget/' },
    to: { dependencyTypes: ['core'] },
  },
  'widget-bundles-stay-apart': {
    comment: 'Two bundles. What both need belongs in widget/kit, which knows neither.',
    from: { path: '^widget/(topup|console|kit)/' },
    to: { path: '^widget/(topup|console)/', pathNot: '^widget/$1/' },
  },
  'widget-stands-alone': {
    comment: 'The widget imports neither demo nor test. Move what it needs into widget/.',
    from: { path: '^widget/' },
    to: { path: '^(demo|test)/' },
  },
  'proxy-stands-alone': {
    comment: 'The proxy serves the built widget as files. Move what it needs into proxy/.',
    from: { path: '^proxy/' },
    to: { path: '^(widget|demo|test)/' },
  },
  'demo-starts-the-proxy-by-its-front-door': {
    comment: 'Only proxy/compose.ts and proxy/config.ts. If the demo needs more, compose.ts should offer it.',
    from: { path: '^demo/', pathNot: '^demo/sandbox/' },
    to: { path: '^(proxy|widget|test)/', pathNot: '^proxy/(compose|config)\\.ts$' },
  },
  'sandbox-knows-only-the-documented-api': {
    comment:
      "The sandbox is written from the provider's documentation alone. Sharing code with the proxy would let both be wrong in the same way.",
    from: { path: '^demo/sandbox/' },
    to: { path: '^(proxy|widget|test)/' },
  },
};

/** Rules for every file. */
const hygieneRules = {
  'no-cycles': {
    comment:
      'Two files that need each other are one idea or three: move what both need into a third file. Types count too.',
    from: {},
    to: { circular: true },
  },
  'no-orphans': {
    comment: 'Nothing imports this file and it imports nothing. Delete it or use it.',
    from: {
      orphan: true,
      pathNot: [
        '^proxy/main\\.ts$',
        '^demo/start\\.ts$',
        '^widget/(topup|console)/define\\.ts$',
        '^widget/console/notices/worker\\.ts$',
        '^test/',
        '\\.d\\.ts$',
      ],
    },
    to: {},
  },
  'no-barrel-files': {
    comment: 'Import from the file that defines the thing. Index files hide who uses what and make cycles.',
    from: {},
    to: { path: '(^|/)index\\.[cm]?[jt]s$', pathNot: 'node_modules/' },
  },
  'no-unresolvable': {
    comment: 'This import leads nowhere. Correct the path or add the package.',
    from: {},
    to: { couldNotResolve: true },
  },
  'no-dev-dependency-at-run-time': {
    comment: 'Move the package to dependencies: this code runs without the development ones.',
    from: { path: '^(proxy|widget)/' },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: TYPES, pathNot: 'node_modules/@types/' },
  },
};

const rules = { ...layerRules, ...neighbourRules, ...ownerRules, ...borderRules, ...hygieneRules };

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: Object.entries(rules).map(([name, rule]) => ({ name, severity: 'error', ...rule })),
  options: {
    // Type imports count: a cycle of types is a cycle for the reader.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // Types resolve through package.json `exports`, as TypeScript does it.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
};
