import { expect, it } from 'vitest';
import { parseStat } from './processor.ts';

it('reads the time of a process with an odd name, and of its children that have ended', () => {
  const stat = '42 (a) S 1 (b) R 7 42 42 0 -1 4194560 1 2 3 4 10 20 3 4 20 0 1 0 100';
  expect(parseStat(stat)).toEqual({ pid: 42, parent: 7, ms: 370 });
});
