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

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

export function splitName(name: string): SplitName {
  if (name.length <= WHOLE_UP_TO) return { head: name, tail: '' };
  const letters = Array.from(graphemes.segment(name), ({ segment }) => segment);
  if (letters.length <= WHOLE_UP_TO) return { head: name, tail: '' };
  const extension = splitExtension(name).extension.length;
  const tailLength = Math.min(extension + TAIL_OF_STEM, LONGEST_TAIL);
  return {
    head: letters.slice(0, -tailLength).join(''),
    tail: letters.slice(-tailLength).join(''),
  };
}
