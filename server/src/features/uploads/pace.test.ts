import { describe, expect, it } from 'vitest';
import { isTooSlow } from './pace.ts';

describe('isTooSlow', () => {
  it.each([
    ['UP13 gives everyone time to begin', 0, 20_000, false],
    ['UP13 lets nobody hold a buffer with a few bytes', 13, 25_000, true],
    ['UP13 waits for a slow network', 25 * 16 * 1024, 25_000, false],
  ])('%s', (_name, receivedBytes, heldMs, expected) => {
    expect(isTooSlow(receivedBytes, heldMs)).toBe(expected);
  });
});
