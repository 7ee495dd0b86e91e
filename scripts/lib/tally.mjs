import { readFileSync, rmSync } from 'node:fs';

const NOTHING = { passed: 0, failed: 0 };

/** What a suite came to. A suite that did not run to its end has failed, whatever it counted. */
export function tallyOf(suite, code, counts) {
  const { passed, failed, skipped = [], flaky = [], failures = [] } = counts ?? NOTHING;
  const isBroken = counts === undefined || (code !== 0 && failed === 0);
  return { suite, passed, failed: isBroken ? failed + 1 : failed, skipped, flaky, failures };
}

export function countVitest(report) {
  const { numPassedTests: passed, numFailedTests: failed, testResults } = report;
  // A file that could not even be loaded holds no failed test.
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const failures = testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
  );
  return {
    passed,
    failed: failed + broken.length,
    failures: [...failures, ...broken.map(({ name }) => name)],
  };
}

export function countPlaywright({ stats, errors = [], suites = [] }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: specsOf({ suites }).filter(isSkipped).map(reasoned),
    flaky: titlesOf(suites, 'flaky'),
    failures: [...titlesOf(suites, 'unexpected'), ...errors.map(({ message }) => message)],
  };
}

function specsOf({ suites = [] }) {
  return suites.flatMap((suite) => [...specsOf(suite), ...(suite.specs ?? [])]);
}

/** What Playwright left out, and why. */
function reasoned({ title, tests }) {
  const annotations = tests.flatMap((test) => test.annotations);
  return { title, reason: annotations.find(({ type }) => type === 'skip')?.description };
}

function isSkipped({ tests }) {
  return tests.some(({ status }) => status === 'skipped');
}

function titlesOf(suites, wanted) {
  return specsOf({ suites })
    .filter(({ tests }) => tests.some(({ status }) => status === wanted))
    .map(({ title }) => title);
}

/** The closing line. */
export function sumText({ passed, failed, skipped }) {
  const text = `${passed} passed, ${failed} failed`;
  return skipped.length === 0 ? text : `${text}, ${skipped.length} skipped`;
}

export function sum(tallies) {
  const total = (key) => tallies.reduce((all, tally) => all + tally[key], 0);
  const all = (key) => tallies.flatMap((tally) => tally[key]);
  return {
    passed: total('passed'),
    failed: total('failed'),
    skipped: all('skipped'),
    flaky: all('flaky'),
    failures: all('failures'),
  };
}

/** Runs a suite that writes a JSON report to `path`. An old report is never taken for a new one. */
export async function runSuite(suite, path, run, count) {
  rmSync(path, { force: true });
  const code = await run();
  return tallyOf(suite, code, readReport(path, count));
}

function readReport(path, count) {
  try {
    return count(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
}
