import { describe, expect, it } from 'vitest';
import { lastSeenWords } from './last-seen-words.ts';

const now = new Date(2026, 10, 23, 14, 10);
const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();

describe('when a device was last seen', () => {
  it('is said within a sentence', () => {
    expect(lastSeenWords(before(0), now)).toBe('Last seen now');
    expect(lastSeenWords(before(5), now)).toBe('Last seen 5 min ago');
    expect(lastSeenWords(before(120), now)).toMatch(/^Last seen today /);
    expect(lastSeenWords(before(24 * 60), now)).toMatch(/^Last seen yesterday /);
  });
});
