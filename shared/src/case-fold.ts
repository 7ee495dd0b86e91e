// Lower-casing, upper-casing and lower-casing again makes full foldings out of single code points
// (ẞ → ß → SS → ss, ﬁ → FI → fi, ſ → S → s). It is done code point by code point because JavaScript
// lower-cases a Σ at the end of a word differently. Unlike all other letters, the dotless ı folds to
// itself though it upper-cases to I, and Cherokee folds to its capitals.
const DOTLESS_I = '\u0131';
const CHEROKEE = /[\u13a0-\u13ff\uab70-\uabbf]/;

function foldCharacter(character: string): string {
  if (character === DOTLESS_I) return character;
  if (CHEROKEE.test(character)) return character.toUpperCase();
  let folded = '';
  for (const upper of character.toLowerCase().toUpperCase()) folded += upper.toLowerCase();
  return folded;
}

/** The Unicode case folding of `text`: two texts that differ only in case fold to the same. */
export function caseFold(text: string): string {
  let folded = '';
  for (const character of text) folded += foldCharacter(character);
  return folded.normalize('NFC');
}
