import { describe, expect, it } from 'vitest';
import { initials } from './initials.ts';

describe('initials', () => {
  it.each([
    ['Anna Berg', 'AB'],
    ['anna', 'A'],
    ['  Anna  Maria  Berg ', 'AB'],
    ['Åsa Öst', 'ÅÖ'],
    ['👩‍🚀 Ada', '👩A'],
    ['李 小龍', '李小'],
    ['', ''],
  ])('of %j are %j', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});
