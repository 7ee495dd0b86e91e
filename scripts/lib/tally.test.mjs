import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest, sum, tallyOf } from './tally.mjs';

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
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{ status: 'failed' }] },
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
  ];
  const counts = countVitest({ numPassedTests: 1, numFailedTests: 1, testResults });
  expect(counts).toEqual({ passed: 1, failed: 2 });
});

it('an error outside of any journey counts as failed', () => {
  const stats = { expected: 3, flaky: 0, unexpected: 1 };
  expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 3, failed: 2 });
});

it('sums up', () => {
  const tallies = [tallyOf('a', 0, { passed: 2, failed: 0 }), tallyOf('b', 1, undefined)];
  expect(sum(tallies)).toEqual({ passed: 2, failed: 1 });
});
