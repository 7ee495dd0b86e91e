import { readFileSync, rmSync } from 'node:fs';

/** What a suite came to. A suite that did not run to its end has failed, whatever it counted. */
export function tallyOf(suite, code, counts) {
  const { passed, failed } = counts ?? { passed: 0, failed: 0 };
  const isSilentFailure = code !== 0 && failed === 0;
  return { suite, passed, failed: isSilentFailure || counts === undefined ? failed + 1 : failed };
}

export function countVitest(report) {
  const { numPassedTests: passed, numFailedTests: failed, testResults } = report;
  // A file that could not even be loaded holds no failed test.
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return { passed, failed: failed + broken.length };
}

export function countPlaywright({ stats, errors = [] }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
}

export function sum(tallies) {
  const total = (key) => tallies.reduce((all, tally) => all + tally[key], 0);
  return { passed: total('passed'), failed: total('failed') };
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
