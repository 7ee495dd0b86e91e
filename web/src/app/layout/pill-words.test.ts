import { describe, expect, it } from 'vitest';
import { pillOf } from './pill-words.ts';

describe('the status pill', () => {
  it.each([
    ['connected', 0, 0, 'Connected'],
    ['connected', 0, 12, 'Syncing 12'],
    ['connected', 12_400, 0, 'Syncing… 12,400 so far'],
    ['connected', 12_400, 3, 'Syncing… 12,400 so far, 3 to send'],
    ['offline', 0, 12, 'Offline, changes are kept'],
    ['reconnecting', 0, 0, 'Reconnecting…'],
    ['maintenance', 0, 0, 'The server is being looked after…'],
  ] as const)(
    'that is %s with %i come and %i to send says "%s"',
    (connection, come, unsent, words) => {
      expect(pillOf(connection, { arriving: come, unsent }).words).toBe(words);
    },
  );
});
