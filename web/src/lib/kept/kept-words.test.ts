import { describe, expect, it } from 'vitest';
import { keptWords, percentOf } from './kept-words.ts';

describe('the words about what is kept offline', () => {
  it('say that it is, or how far', () => {
    expect(keptWords({ state: 'kept', share: 1, why: null })).toBe('Kept offline');
    expect(keptWords({ state: 'keeping', share: 0.349, why: null })).toBe('Keeping offline, 34 %');
  });

  it('say what it waits for', () => {
    const waiting = { state: 'waiting', share: 0 } as const;
    expect(keptWords({ ...waiting, why: null })).toBe('Waiting to be kept offline');
    expect(keptWords({ ...waiting, why: 'network' })).toBe(
      'To be kept offline: waiting for the network',
    );
  });

  it('say why it is not', () => {
    expect(keptWords({ state: 'failed', share: 0.5, why: 'no-room' })).toBe(
      'Not kept offline: there is no room in this browser',
    );
    expect(keptWords({ state: 'failed', share: 0.5, why: 'odd' })).toBe(
      'Not kept offline: it could not be fetched',
    );
  });

  it('say 100 per cent of nothing that is not whole', () => {
    expect(percentOf(0.9999)).toBe(99);
  });
});
