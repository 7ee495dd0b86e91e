import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareKeyed, compareNames, nameKey } from './natural-order.ts';

// As the unit "binary" of fast-check, which takes seconds to list them all first.
const character = fc
  .integer({ min: 0, max: 0x10ffff })
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code));
const sorted = (names: readonly string[]) => [...names].sort(compareNames);

describe('compareNames', () => {
  it('puts 2 before 10', () => {
    expect(sorted(['photo 10', 'photo 2', 'photo 1'])).toEqual(['photo 1', 'photo 2', 'photo 10']);
  });

  it('puts letters by what they are before by how they are written', () => {
    expect(sorted(['Zebra', 'apple', 'Ärger', 'banana'])).toEqual([
      'apple',
      'Ärger',
      'banana',
      'Zebra',
    ]);
  });

  it('compares numbers of any length', () => {
    expect(compareNames(`a${'9'.repeat(40)}`, `a1${'0'.repeat(40)}`)).toBeLessThan(0);
  });

  it('says equal of equal names alone, so an order never depends on where it began', () => {
    const name = fc.string({ unit: character });
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(Math.sign(compareNames(a, b))).toBe(-Math.sign(compareNames(b, a)) + 0);
        expect(compareNames(a, b) === 0).toBe(a === b);
      }),
    );
  });
});

describe('compareKeyed', () => {
  const keyed = (name: string) => ({ name, nameKey: nameKey(name) });
  const plain = fc.string({ unit: 'grapheme-ascii' });
  const number = fc.stringMatching(/^0{0,3}[0-9]{1,45}$/);
  const beginning = fc.constantFrom('a', 'A', 'a ', 'B-', 'ä', '');
  const name = fc
    .array(fc.oneof(plain, number, beginning, fc.string()), { maxLength: 4 })
    .map((parts) => parts.join(''));

  it('says of any two names what compareNames says', () => {
    fc.assert(
      fc.property(beginning, name, name, (same, a, b) => {
        const expected = Math.sign(compareNames(same + a, same + b));
        expect(Math.sign(compareKeyed(keyed(same + a), keyed(same + b)))).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('finds a key for every name of letters, numbers and signs', () => {
    expect(nameKey("It's [0042] photo_10 (final).JPEG")).not.toBeNull();
    expect(nameKey('Über')).toBeNull();
  });
});
