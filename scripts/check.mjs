// npm run check: what can be found without running anything, all side by side.
import { mkdirSync, writeFileSync } from 'node:fs';
import { checkDependencyRules } from './checks/dependency-rules.mjs';
import { checkFirstLoad } from './checks/first-load.mjs';
import { CACHE, fromRoot } from './lib/paths.mjs';
import { runQuietly } from './lib/run.mjs';
import { setUp } from './lib/setup.mjs';

const node = (script, ...args) =>
  runQuietly(process.execPath, [fromRoot('node_modules', script), ...args]);

const CHECKS = {
  types: () => node('typescript/bin/tsc', '-b'),
  'lint and format': () =>
    node('@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '--colors=off'),
  'dependency rules': () => checkDependencyRules(),
  'dead code': () => node('knip/bin/knip.js', '--no-progress', '--treat-config-hints-as-errors'),
  'first load': () => checkFirstLoad(),
};

await setUp();
const results = await Promise.all(Object.entries(CHECKS).map(([name, check]) => time(name, check)));
for (const { name, code, output } of results) {
  if (code !== 0) console.log(`\n✗ ${name}\n${output.trimEnd()}`);
}
console.log('');
for (const { name, code, seconds, summary = '' } of results) {
  console.log(
    `${code === 0 ? '✓' : '✗'} ${name.padEnd(18)}${seconds.toFixed(1).padStart(5)} s  ${summary}`,
  );
}
const failed = results.filter(({ code }) => code !== 0).length;
// For `npm test`, which sums it up with the rest.
mkdirSync(CACHE, { recursive: true });
writeFileSync(`${CACHE}/checks.json`, JSON.stringify({ passed: results.length - failed, failed }));
process.exitCode = failed === 0 ? 0 : 1;

async function time(name, check) {
  const begun = performance.now();
  const result = await check();
  return { name, ...result, seconds: (performance.now() - begun) / 1000 };
}
