import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromRoot } from '../lib/paths.mjs';
import { checkDependencyRules } from './dependency-rules.mjs';

// [rule, who imports, what]: a path is a file of ours, anything else an npm package.
const VIOLATIONS = [
  ['every-import-resolves', 'shared/src/lost.ts', './nowhere.ts'],
  ['no-loops', 'shared/src/loop-a.ts', 'shared/src/loop-b.ts'],
  ['shared-imports-nobody', 'shared/src/greedy.ts', 'server/src/lib/tx.ts'],
  ['client-never-server', 'web/src/app/spy.ts', 'server/src/lib/tx.ts'],
  ['client-never-server', 'worker/src/net/spy.ts', 'server/src/lib/tx.ts'],
  ['server-never-client', 'server/src/lib/spy.ts', 'worker/src/net/api.ts'],
  ['nobody-imports-tests', 'server/src/http/app-from-test.ts', 'server/test/database.ts'],
  ['worker-never-web', 'worker/src/page/spy.ts', 'web/src/ui/Button.tsx'],
  ['web-enters-worker-by-local-and-page', 'web/src/app/net.ts', 'worker/src/net/api.ts'],
  ['web-enters-worker-by-local-and-page', 'web/src/app/step.ts', 'worker/src/engine/step.ts'],
  [
    'main-alone-chooses-adapters',
    'server/src/http/pool.ts',
    'server/src/adapters/postgres/pool.ts',
  ],
  [
    'adapters-do-not-know-each-other',
    'server/src/adapters/disk/blobs.ts',
    'server/src/adapters/postgres/pool.ts',
  ],
  [
    'adapters-know-ports-not-features',
    'server/src/adapters/disk/auth.ts',
    'server/src/features/auth/index.ts',
  ],
  ['main-alone-reads-config', 'server/src/http/config.ts', 'server/src/config.ts'],
  ['nobody-imports-main', 'server/src/jobs/main.ts', 'server/src/main.ts'],
  [
    'entrances-use-doors-and-routes',
    'server/src/http/rows.ts',
    'server/src/features/auth/user-rows.ts',
  ],
  [
    'features-meet-at-doors',
    'server/src/features/files/rows.ts',
    'server/src/features/auth/user-rows.ts',
  ],
  [
    'features-in-order-auth-idempotency',
    'server/src/features/auth/folders.ts',
    'server/src/features/folders/index.ts',
  ],
  [
    'features-in-order-folders',
    'server/src/features/folders/files.ts',
    'server/src/features/files/index.ts',
  ],
  [
    'features-in-order-files-sync',
    'server/src/features/files/versions.ts',
    'server/src/features/versions/index.ts',
  ],
  [
    'features-in-order-versions',
    'server/src/features/versions/uploads.ts',
    'server/src/features/uploads/index.ts',
  ],
  [
    'features-in-order-uploads-shares',
    'server/src/features/shares/uploads.ts',
    'server/src/features/uploads/index.ts',
  ],
  ['features-know-no-transport', 'server/src/features/files/app.ts', 'server/src/http/app.ts'],
  ['lib-and-ports-know-no-domain', 'server/src/lib/auth.ts', 'server/src/features/auth/index.ts'],
  ['engine-is-pure', 'worker/src/engine/net.ts', 'worker/src/net/api.ts'],
  ['engine-is-pure', 'worker/src/engine/library.ts', 'valibot'],
  ['engine-is-pure', 'worker/src/engine/platform.ts', 'node:fs'],
  ['local-and-net-do-not-know-each-other-1', 'worker/src/local/net.ts', 'worker/src/net/api.ts'],
  ['local-and-net-do-not-know-each-other-2', 'worker/src/net/local.ts', 'worker/src/local/db.ts'],
  ['local-and-net-do-not-act', 'worker/src/net/run.ts', 'worker/src/runner/drain.ts'],
  ['runner-knows-no-page', 'worker/src/runner/page.ts', 'worker/src/page/start.ts'],
  ['ui-and-lib-know-no-feature', 'web/src/ui/List.tsx', 'web/src/features/files/index.ts'],
  [
    'features-of-the-web-are-islands',
    'web/src/features/trash/a.ts',
    'web/src/features/files/index.ts',
  ],
  ['features-of-the-web-are-islands', 'web/src/features/trash/b.ts', 'web/src/app/App.tsx'],
  ['only-declared-packages', 'server/src/lib/undeclared.ts', 'autocannon'],
  ['one-home-for-pg', 'server/src/http/pg.ts', 'pg'],
  ['one-home-for-minio', 'server/src/http/minio.ts', 'minio'],
  ['one-home-for-ioredis', 'server/src/http/ioredis.ts', 'ioredis'],
  ['one-home-for-amqplib', 'server/src/jobs/amqplib.ts', 'amqplib'],
  ['one-home-for-koa', 'server/src/features/files/koa.ts', 'koa'],
  ['one-home-for-koa', 'server/src/lib/router.ts', '@koa/router'],
  ['one-home-for-pino', 'server/src/http/pino.ts', 'pino'],
  ['one-home-for-dexie', 'web/src/app/dexie.ts', 'dexie'],
  ['one-home-for-dexie-react-hooks', 'worker/src/page/hooks.ts', 'dexie-react-hooks'],
  ['one-home-for-comlink', 'worker/src/net/comlink.ts', 'comlink'],
  ['one-home-for-zustand', 'web/src/app/state.ts', 'zustand'],
];

let root;
let report;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'satchel-rules-'));
  for (const name of ['package.json', 'server/package.json']) {
    write(name, JSON.stringify({ name: 'fixture', type: 'module' }));
  }
  write('shared/src/loop-b.ts', "export * from './loop-a.ts';");
  for (const [, from, to] of VIOLATIONS) write(from, `import '${provide(from, to)}';`);
  report = (await checkDependencyRules(root)).output;
}, 60_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a violation is found by', () => {
  it.each(VIOLATIONS)('%s: %s imports %s', (rule, from) => {
    expect(report).toMatch(new RegExp(`error ${rule}: ${from.replaceAll('.', '\\.')} →`));
  });
});

it('every rule has been tried', async () => {
  const { default: config } = await import(fromRoot('.dependency-cruiser.cjs'));
  const tried = new Set(VIOLATIONS.map(([rule]) => rule));
  const names = config.forbidden.map(({ name }) => name);
  expect(names.filter((name) => !tried.has(name))).toEqual([]);
});

/** Makes the file or package that is imported, and gives back how it is named there. */
function provide(from, to) {
  if (to.startsWith('.') || to.startsWith('node:')) return to;
  if (!/\.tsx?$/.test(to)) return providePackage(to);
  if (!existsSync(join(root, to))) write(to, 'export {};');
  const path = relative(dirname(from), to);
  return path.startsWith('.') ? path : `./${path}`;
}

function providePackage(name) {
  const place = join(root, 'node_modules', name);
  if (existsSync(place)) return name;
  mkdirSync(dirname(place), { recursive: true });
  if (existsSync(fromRoot('node_modules', name))) {
    symlinkSync(fromRoot('node_modules', name), place, 'junction');
  } else {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    write(`node_modules/${name}/index.js`, '');
  }
  return name;
}

function write(path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
