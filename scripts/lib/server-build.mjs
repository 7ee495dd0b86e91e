import { readFileSync } from 'node:fs';
import { fromRoot, ROOT } from './paths.mjs';

export const SERVER_BUILD = {
  name: 'server',
  output: 'server/dist/main.js',
  inputs: ['server/src', 'shared/src', 'scripts/lib/server-build.mjs', 'package-lock.json'],
  build: bundleServer,
};

/** Bundles our own sources, all workspaces in one file. What comes from npm stays outside and is
 *  named: some of it is native, and `packages: 'external'` would leave our workspaces out as well. */
async function bundleServer() {
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['server/src/main.ts'],
    outfile: 'server/dist/main.js',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    external: npmPackages(),
    sourcemap: 'linked',
    logLevel: 'warning',
  });
}

function npmPackages() {
  const names = ['server', 'shared'].flatMap((workspace) => {
    const manifest = JSON.parse(readFileSync(fromRoot(workspace, 'package.json'), 'utf8'));
    return Object.keys(manifest.dependencies);
  });
  return [...new Set(names)].filter((name) => !name.startsWith('@satchel/'));
}
