// npm test: sets up and builds, then every check, test and journey; the last line sums them up.
import { mkdirSync } from 'node:fs';
import { makeBuilds, staleBuilds } from './lib/builds.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { ensureFirefox } from './lib/firefox.mjs';
import { CACHE, fromRoot } from './lib/paths.mjs';
import { giveUp, runNode } from './lib/run.mjs';
import { setUp } from './lib/setup.mjs';
import { countPlaywright, countVitest, runSuite, sum, sumText } from './lib/tally.mjs';

await setUp();
await ensureChromium();
await ensureFirefox();
try {
  await makeBuilds(staleBuilds());
} catch (error) {
  giveUp(`${error.message}\n0 passed, 1 failed`);
}

const report = (name) => `${CACHE}/${name}.json`;
mkdirSync(CACHE, { recursive: true });

const tallies = [
  await runSuite('checks', report('checks'), runChecks, (counts) => counts),
  await runSuite('tests', report('vitest'), runVitest, countVitest),
  await runSuite('journeys', report('playwright'), runPlaywright, countPlaywright),
];

console.log('');
for (const tally of tallies) console.log(`${tally.suite.padEnd(10)}${sumText(tally)}`);
const total = sum(tallies);
for (const { title, reason } of total.skipped) console.log(`skipped: ${title} (${reason})`);
for (const title of total.flaky) console.log(`passed at the second try: ${title}`);
for (const title of total.failures) console.log(`failed: ${title}`);
console.log(sumText(total));
process.exitCode = total.failed === 0 ? 0 : 1;

function runChecks() {
  return runNode([fromRoot('scripts/check.mjs')]);
}

function runVitest() {
  const reporters = [
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report('vitest')}`,
  ];
  return runNode([fromRoot('node_modules/vitest/vitest.mjs'), 'run', ...reporters]);
}

function runPlaywright() {
  const program = fromRoot('node_modules/@playwright/test/cli.js');
  return runNode([program, 'test', '--reporter=list,json'], {
    cwd: fromRoot('e2e'),
    env: {
      ...process.env,
      SATCHEL_WHOLE_RUN: '1',
      PLAYWRIGHT_JSON_OUTPUT_NAME: report('playwright'),
    },
  });
}
