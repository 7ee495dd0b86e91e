import { splitExtension } from '@satchel/shared/derived-names';

/** A name in two parts, of which the first may be cut short on a narrow screen and the second stays
 *  whole: the extension with the last letters before it, where the numbers of a series stand. */
export interface SplitName {
  readonly head: string;
  readonly tail: string;
}

const WHOLE_UP_TO = 20;
const TAIL_OF_STEM = 6;
const LONGEST_TAIL = 16;

// A file on a device may hold them: a line break would burst its row, and what turns the reading
// direction around would show another extension than it has.
const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

export function splitName(written: string): SplitName {
  const name = written.replace(UNSEEN, '\ufffd');
  if (name.length <= WHOLE_UP_TO) return { head: name, tail: '' };
  const letters = lettersOf(name);
  if (letters.length <= WHOLE_UP_TO) return { head: name, tail: '' };
  const extension = splitExtension(name).extension.length;
  const tailLength = Math.min(extension + TAIL_OF_STEM, LONGEST_TAIL);
  const cut = cutBetweenWords(letters, letters.length - tailLength);
  return { head: letters.slice(0, cut).join(''), tail: letters.slice(cut).join('') };
}

// Most names are plain, and are taken apart twenty times faster so.
const PLAIN = /^[ -~]*$/;

function lettersOf(name: string): readonly string[] {
  if (PLAIN.test(name)) return name.split('');
  return Array.from(graphemes.segment(name), ({ segment }) => segment);
}

// Letters of these scripts take their shape from their neighbours, which two boxes would part.
const JOINS = /[\p{scx=Arabic}\p{scx=Syriac}\p{scx=Mongolian}\p{scx=Nko}\p{scx=Mandaic}]/u;

function cutBetweenWords(letters: readonly string[], wanted: number): number {
  let cut = wanted;
  while (cut < letters.length && joins(letters[cut - 1]) && joins(letters[cut])) cut++;
  return cut;
}

function joins(letter: string | undefined): boolean {
  return letter !== undefined && JOINS.test(letter) && /\p{L}/u.test(letter);
}
