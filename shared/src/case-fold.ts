// Upper-casing first makes full foldings out of single code points (ß → SS → ss, ﬁ → FI → fi,
// ſ → S → s). It is done code point by code point because JavaScript lower-cases a Σ at the end of
// a word differently. The dotless ı folds to itself in Unicode, yet upper-cases to I.
const FOLDS_TO_ITSELF = new Set(['\u0131']);

function foldCharacter(character: string): string {
  if (FOLDS_TO_ITSELF.has(character)) return character;
  let folded = '';
  for (const upper of character.toUpperCase()) folded += upper.toLowerCase();
  return folded;
}

/** The Unicode case folding of `text`: two texts that differ only in case fold to the same. */
export function caseFold(text: string): string {
  let folded = '';
  for (const character of text) folded += foldCharacter(character);
  return folded.normalize('NFC');
}
