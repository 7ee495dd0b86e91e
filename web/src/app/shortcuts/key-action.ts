export type KeyAction =
  | 'search'
  | 'upload-files'
  | 'new-folder'
  | 'toggle-details'
  | 'toggle-transfers'
  | 'help'
  | 'undo';

export interface KeyPress {
  readonly key: string;
  readonly hasModifier: boolean;
  readonly hasAlt: boolean;
  readonly hasShift: boolean;
}

const PLAIN: Readonly<Record<string, KeyAction>> = {
  '/': 'search',
  u: 'upload-files',
  n: 'new-folder',
  i: 'toggle-details',
  t: 'toggle-transfers',
  '?': 'help',
};

/** What a key does anywhere in the app; null where it means nothing, so that it goes its own way. */
export function keyAction({ key, hasModifier, hasAlt, hasShift }: KeyPress): KeyAction | null {
  if (hasAlt) return null;
  if (hasModifier) return key.toLowerCase() === 'z' && !hasShift ? 'undo' : null;
  return Object.hasOwn(PLAIN, key) ? (PLAIN[key] ?? null) : null;
}
