import { caseFold } from './case-fold.ts';
import { MAX_NAME_BYTES } from './limits.ts';
import { utf8Length } from './utf8.ts';

export type NameFault =
  | 'empty'
  | 'too-long'
  | 'not-unicode'
  | 'forbidden-character'
  | 'reserved'
  | 'outer-space'
  | 'trailing-dot';

export type NameResult =
  | { readonly ok: true; readonly name: string }
  | { readonly ok: false; readonly fault: NameFault };

// Control characters, path separators, and the characters that turn the reading direction around
// (they make "exe.txt" out of "txt.exe" on a screen).
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const FORBIDDEN = /[\u0000-\u001f\u007f-\u009f/\\\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const OUTER_SPACE = /^\s|\s$/u;

/** Checks a name for a file or a folder and gives the form in which it is stored (NFC). */
export function checkName(written: string): NameResult {
  if (!written.isWellFormed()) return { ok: false, fault: 'not-unicode' };
  const name = written.normalize('NFC');
  const fault = faultOf(name);
  return fault === null ? { ok: true, name } : { ok: false, fault };
}

function faultOf(name: string): NameFault | null {
  if (name.length === 0) return 'empty';
  if (utf8Length(name) > MAX_NAME_BYTES) return 'too-long';
  if (FORBIDDEN.test(name)) return 'forbidden-character';
  if (name === '.' || name === '..') return 'reserved';
  if (OUTER_SPACE.test(name)) return 'outer-space';
  if (name.endsWith('.')) return 'trailing-dot';
  return null;
}

/** The key by which siblings are unique: equal for names that differ only in case. */
export function nameKey(name: string): string {
  return caseFold(name.normalize('NFC'));
}

/** `text` as a part of a name: every character that a name cannot hold becomes a hyphen. */
export function withoutForbidden(text: string): string {
  return text.replace(new RegExp(FORBIDDEN, 'gu'), '-');
}

/** Says in plain words what is wrong with a name and what to do. */
export function explainNameFault(fault: NameFault): string {
  return NAME_FAULT_WORDS[fault];
}

const NAME_FAULT_WORDS: Record<NameFault, string> = {
  empty: 'Give it a name.',
  'too-long': 'The name is too long. Use a shorter one.',
  'not-unicode': 'The name has broken characters. Type it again.',
  'forbidden-character': 'A name cannot hold / \\ or invisible control characters.',
  reserved: 'This name is reserved. Choose another one.',
  'outer-space': 'A name cannot begin or end with a space.',
  'trailing-dot': 'A name cannot end with a dot.',
};
