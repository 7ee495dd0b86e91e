import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest, sum, sumText, tallyOf } from './tally.mjs';

describe('tallyOf', () => {
  it('counts what the suite counted', () => {
    expect(tallyOf('tests', 1, { passed: 5, failed: 2 })).toMatchObject({ passed: 5, failed: 2 });
  });

  it('counts a suite that ended badly without a failed test as one', () => {
    expect(tallyOf('tests', 1, { passed: 5, failed: 0 })).toMatchObject({ passed: 5, failed: 1 });
  });

  it('counts a suite that left no report as one, even if it says that all is well', () => {
    expect(tallyOf('tests', 0, undefined)).toMatchObject({ passed: 0, failed: 1 });
  });
});

it('a test file that cannot be loaded counts as failed', () => {
  const testResults = [
    { status: 'failed', name: 'broken.test.ts', assertionResults: [] },
    { status: 'failed', assertionResults: [{ status: 'failed', fullName: 'adds up' }] },
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
  ];
  const counts = countVitest({ numPassedTests: 1, numFailedTests: 1, testResults });
  expect(counts).toEqual({ passed: 1, failed: 2, failures: ['adds up', 'broken.test.ts'] });
});

it('an error outside of any journey counts as failed', () => {
  const stats = { expected: 3, flaky: 0, unexpected: 1 };
  const spec = { title: 'a race', tests: [{ status: 'unexpected', annotations: [] }] };
  const errors = [{ message: 'no browser' }];
  const counts = countPlaywright({ stats, errors, suites: [{ specs: [spec] }] });
  expect(counts).toMatchObject({ passed: 3, failed: 2, failures: ['a race', 'no browser'] });
});

it('sums up', () => {
  const tallies = [tallyOf('a', 0, { passed: 2, failed: 0 }), tallyOf('b', 1, undefined)];
  expect(sum(tallies)).toMatchObject({ passed: 2, failed: 1, skipped: [] });
});

it('a journey that was skipped is counted as that, and keeps its reason', () => {
  const tests = [{ status: 'skipped', annotations: [{ type: 'skip', description: 'no browser' }] }];
  const suites = [{ suites: [{ specs: [{ title: 'it goes on', tests }] }] }];
  const stats = { expected: 2, flaky: 0, unexpected: 0 };
  const tally = tallyOf('journeys', 0, countPlaywright({ stats, suites }));
  expect(tally.skipped).toEqual([{ title: 'it goes on', reason: 'no browser' }]);
  expect(sumText(sum([tally]))).toBe('2 passed, 0 failed, 1 skipped');
});

it('names what passed at the second try only', () => {
  const stats = { expected: 0, flaky: 1, unexpected: 0 };
  const spec = { title: 'a race', tests: [{ status: 'flaky', annotations: [] }] };
  const counts = countPlaywright({ stats, suites: [{ suites: [{ specs: [spec] }] }] });
  expect(counts).toMatchObject({ passed: 1, flaky: ['a race'] });
});
