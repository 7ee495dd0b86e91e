import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { fromRoot, ROOT } from '../lib/paths.mjs';
import { runQuietly } from '../lib/run.mjs';

const WORKSPACES = ['shared', 'worker', 'web', 'server', 'e2e', 'bench', 'scripts'];

/** Runs the rules of `.dependency-cruiser.cjs` over the workspaces beneath `root`. */
export function checkDependencyRules(root = ROOT) {
  lendTypeScript();
  const program = fromRoot('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = fromRoot('.dependency-cruiser.cjs');
  const workspaces = WORKSPACES.filter((name) => existsSync(`${root}/${name}`));
  const args = [program, '--config', config, '--output-type', 'err-long', ...workspaces];
  return runQuietly(process.execPath, args, { cwd: root });
}

// dependency-cruiser reads TypeScript by the compiler's JavaScript API, which TypeScript 7 does not
// have; without one it passes over every .ts file in silence. So it finds the last one that had it.
function lendTypeScript() {
  const place = fromRoot('node_modules/dependency-cruiser/node_modules');
  if (existsSync(`${place}/typescript`)) return;
  mkdirSync(place, { recursive: true });
  symlinkSync(fromRoot('node_modules/typescript-classic'), `${place}/typescript`, 'junction');
}
