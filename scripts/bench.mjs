// npm run bench -- <name> [options]: runs bench/src/<name>.ts.
import { readdirSync } from 'node:fs';
import { makeBuilds, staleBuilds } from './lib/builds.mjs';
import { fromRoot } from './lib/paths.mjs';
import { giveUp, runNode } from './lib/run.mjs';
import { setUp } from './lib/setup.mjs';

const [name, ...options] = process.argv.slice(2);
const known = readdirSync(fromRoot('bench/src'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => file.slice(0, -'.ts'.length));
if (!known.includes(name)) giveUp(`npm run bench -- ${known.join(' | ')}`);

await setUp();
try {
  await makeBuilds(staleBuilds());
} catch (error) {
  giveUp(error.message);
}
process.exitCode = await runNode([
  '--import',
  'tsx',
  fromRoot('bench/src', `${name}.ts`),
  ...options,
]);
