import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseFold } from './case-fold.ts';

describe('caseFold', () => {
  it.each([
    ['capitals', 'REPORT', 'report'],
    ['a sharp s and two s', 'Straße', 'STRASSE'],
    ['a capital sharp s and two s', 'STRAẞE', 'strasse'],
    ['a sigma, a final sigma and a capital one', 'ὀδυσσεύς', 'ὈΔΥΣΣΕΎΣ'],
    ['a ligature and its letters', 'ﬁle', 'FILE'],
    ['a long s', 'ſtamp', 'Stamp'],
    ['the kelvin sign', '\u212a', 'k'],
    ['a Greek iota subscript and a capital with one beside it', 'ᾳ', 'ΑΙ'],
    ['an Armenian ligature', 'և', 'ԵՒ'],
    ['Cherokee letters', 'ꭰ', 'Ꭰ'],
    ['Deseret letters beyond the basic plane', '𐐨', '𐐀'],
    ['composed and decomposed letters', 'Ä', 'a\u0308'],
  ])('makes %s equal', (_what, one, other) => {
    expect(caseFold(one)).toBe(caseFold(other));
  });

  it.each([
    ['a dotless i and an i', 'ı', 'i'],
    ['a dotted capital I and an I', 'İ', 'I'],
    ['an ä and an a', 'ä', 'a'],
    ['a Latin a and a Cyrillic а', 'a', 'а'],
    ['a full-width A and an A', 'Ａ', 'A'],
  ])('keeps %s apart', (_what, one, other) => {
    expect(caseFold(one)).not.toBe(caseFold(other));
  });

  it('folds every code point as Unicode does', () => {
    // Simple and full foldings differ from lower-casing in these alone (CaseFolding.txt).
    const special = new Map([
      ['ß', 'ss'],
      ['İ', 'i\u0307'],
      ['ŉ', '\u02bcn'],
      ['ǰ', '\u01f0'.normalize('NFC')],
      ['ẞ', 'ss'],
      ['ﬃ', 'ffi'],
      ['ﬅ', 'st'],
      ['ᾼ', 'αι'],
      ['\u0345', 'ι'],
      ['ς', 'σ'],
      ['ϐ', 'β'],
      ['µ', 'μ'],
      ['Ꮿ', 'Ꮿ'],
      ['ᏸ', 'Ᏸ'],
    ]);
    for (const [character, folded] of special) expect(caseFold(character)).toBe(folded);
  });

  it('changes nothing that is folded already', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const folded = caseFold(text);
        expect(caseFold(folded)).toBe(folded);
      }),
    );
  });
});
