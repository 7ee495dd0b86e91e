// Who may import what. Each rule is a sentence of docs/architecture.md.

const TEST = '(\\.test\\.tsx?$|\\.contract\\.ts$|\\.program\\.ts$|^server/test/|^worker/test/)';

/** An npm package, however it is reached. */
const npm = (name) => `(^|/)node_modules/${name}/`;

/** The packages are imported in `homes` only. */
const home = (name, homes, packages = name) => ({
  name: `one-home-for-${name}`,
  severity: 'error',
  from: { pathNot: homes },
  to: { path: npm(packages) },
});

/** Nothing beneath `from` imports anything beneath `to`. */
const never = (name, from, to, { fromNot = [], toNot = [] } = {}) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: [TEST, ...fromNot] },
  to: { path: to, ...(toNot.length > 0 && { pathNot: toNot }) },
});

const ANY_WORKSPACE = '^(web|worker|server|e2e|bench|scripts)/';

// Later ones may use earlier ones, by their doors; never the other way round.
const FEATURE_RANKS = [
  ['auth', 'idempotency'],
  ['folders'],
  ['files', 'sync'],
  ['versions'],
  ['uploads', 'shares'],
];

const featureOrder = FEATURE_RANKS.map((features, rank) => {
  const later = FEATURE_RANKS.slice(rank).flat();
  return never(
    `features-in-order-${features.join('-')}`,
    `^server/src/features/(${features.join('|')})/`,
    `^server/src/features/(${later.join('|')})/`,
    // Its own files; rank-mates do not know each other.
    {
      toNot:
        features.length === 1
          ? [`^server/src/features/${features[0]}/`]
          : ['^server/src/features/$1/'],
    },
  );
});

module.exports = {
  forbidden: [
    {
      name: 'every-import-resolves',
      comment: 'An import that is not found is an import that no rule sees.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-loops',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'only-declared-packages',
      comment: 'A package is used by the workspace that declares it, or by tests.',
      severity: 'error',
      from: {
        path: '^(shared|worker|web|server)/',
        pathNot: [TEST, '^web/(vite\\.config\\.ts|build/)'],
      },
      to: { path: 'node_modules', dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'] },
    },

    never('shared-imports-nobody', '^shared/', ANY_WORKSPACE),
    never('client-never-server', '^(web|worker)/', '^server/'),
    never('server-never-client', '^server/', '^(web|worker)/'),
    never('nobody-imports-tests', '^(shared|worker|web|server)/', TEST),
    never('worker-never-web', '^worker/', '^web/'),
    never('web-enters-worker-by-local-and-page', '^web/', '^worker/', {
      toNot: ['^worker/src/(local|page)/'],
    }),

    never('main-alone-chooses-adapters', '^server/src/', '^server/src/adapters/', {
      fromNot: ['^server/src/main\\.ts$', '^server/src/adapters/'],
    }),
    never(
      'adapters-do-not-know-each-other',
      '^server/src/adapters/([^/]+)/',
      '^server/src/adapters/',
      {
        toNot: ['^server/src/adapters/$1/'],
      },
    ),
    never(
      'adapters-know-ports-not-features',
      '^server/src/adapters/',
      '^server/src/(features|http|socket|jobs)/',
    ),
    never('main-alone-reads-config', '^server/src/', '^server/src/config\\.ts$', {
      fromNot: ['^server/src/(main|start-faults)\\.ts$'],
    }),
    never('nobody-imports-main', '^', '^server/src/main\\.ts$'),
    never(
      'entrances-use-doors-and-routes',
      '^server/src/(http|socket|jobs)/',
      '^server/src/features/',
      { toNot: ['^server/src/features/[^/]+/(index|routes)\\.ts$'] },
    ),
    never('features-meet-at-doors', '^server/src/features/([^/]+)/', '^server/src/features/', {
      toNot: ['^server/src/features/$1/', '^server/src/features/[^/]+/index\\.ts$'],
    }),
    ...featureOrder,
    never('features-know-no-transport', '^server/src/features/', '^server/src/(http|socket|jobs)/'),
    never('lib-and-ports-know-no-domain', '^server/src/(lib|ports)/', '^server/src/', {
      toNot: ['^server/src/(lib|ports)/'],
    }),

    never('engine-is-pure', '^worker/src/engine/', '.', {
      toNot: ['^worker/src/engine/', '^shared/'],
    }),
    never('local-and-net-do-not-know-each-other-1', '^worker/src/local/', '^worker/src/net/'),
    never('local-and-net-do-not-know-each-other-2', '^worker/src/net/', '^worker/src/local/'),
    never('local-and-net-do-not-act', '^worker/src/(local|net)/', '^worker/src/(runner|page)/'),
    never('runner-knows-no-page', '^worker/src/runner/', '^worker/src/page/'),

    never('ui-and-lib-know-no-feature', '^web/src/(ui|lib)/', '^web/src/(app|features)/'),
    never('features-of-the-web-are-islands', '^web/src/features/([^/]+)/', '^web/src/', {
      toNot: ['^web/src/features/$1/', '^web/src/(ui|lib)/'],
    }),

    home('pg', [
      '^server/src/adapters/postgres/',
      '^bench/src/sync/bare-pg\\.program\\.ts$',
      '^e2e/support/survival/server-database\\.ts$',
    ]),
    home('minio', ['^server/src/adapters/s3/']),
    home('ioredis', ['^server/src/adapters/redis/']),
    home('amqplib', ['^server/src/adapters/rabbitmq/']),
    home('koa', ['^server/src/(http|socket)/'], '(koa|@koa/router|koa-websocket)'),
    home('pino', ['^server/src/adapters/pino/']),
    home('dexie', ['^worker/src/local/', TEST], '(dexie|fake-indexeddb)'),
    home('dexie-react-hooks', ['^web/src/']),
    home('comlink', ['^worker/src/page/', '^worker/src/hash\\.worker\\.ts$']),
    home('zustand', ['^web/src/.*-store\\.ts$', '^web/src/.*-store\\.test\\.tsx?$']),
  ],
  options: {
    // Imports of types count as imports.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^((web|server)/dist|\\.cache)/' },
    enhancedResolveOptions: {
      // Without these two, an import by a workspace's name resolves to nothing and passes every rule.
      exportsFields: ['exports'],
      conditionNames: ['import', 'module', 'browser', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.d.ts', '.json'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
