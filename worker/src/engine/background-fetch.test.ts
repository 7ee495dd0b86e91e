import { describe, expect, it } from 'vitest';
import { afterLook, hasEnded, isStuck } from './background-fetch.ts';

const BEGUN = { id: 'b', uploadIds: ['u1'], bytesSent: 0, movedAt: 1000 };

describe('what the browser sends by itself', () => {
  it('is stuck when nothing has moved for two minutes', () => {
    expect(isStuck(BEGUN, 120_999)).toBe(false);
    expect(isStuck(BEGUN, 121_000)).toBe(true);
  });

  it('that it does not know has ended, once it had the time to begin', () => {
    expect(hasEnded(BEGUN, 30_999)).toBe(false);
    expect(hasEnded(BEGUN, 31_000)).toBe(true);
  });

  it('is not stuck while its figure grows', () => {
    const moved = afterLook(BEGUN, 10, 100_000);
    expect(isStuck(moved, 200_000)).toBe(false);
    expect(isStuck(afterLook(moved, 10, 210_000), 220_000)).toBe(true);
  });
});
