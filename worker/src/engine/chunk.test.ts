import { describe, expect, it } from 'vitest';
import { mayTake } from './chunk.ts';

describe('a chunk', () => {
  it('that nobody leased may be taken', () => expect(mayTake(null, 'me', 0)).toBe(true));
  it('that I leased may be taken', () => {
    expect(mayTake({ owner: 'me', until: 10 }, 'me', 5)).toBe(true);
  });
  it('that somebody else leased may be taken only when the lease has run out', () => {
    expect(mayTake({ owner: 'you', until: 10 }, 'me', 9)).toBe(false);
    expect(mayTake({ owner: 'you', until: 10 }, 'me', 10)).toBe(true);
  });
});
