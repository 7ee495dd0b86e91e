import { describe, expect, it } from 'vitest';
import { pillOf } from './pill-words.ts';

describe('the status pill', () => {
  it.each([
    ['connected', 0, 'Connected'],
    ['connected', 12, 'Syncing 12'],
    ['offline', 12, 'Offline, changes are kept'],
    ['reconnecting', 0, 'Reconnecting…'],
    ['maintenance', 0, 'The server is being looked after…'],
  ] as const)('that is %s with %i on the way says "%s"', (connection, count, words) => {
    expect(pillOf(connection, count).words).toBe(words);
  });
});
