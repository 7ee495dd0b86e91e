import type { Command } from '../../lib/commands-store.ts';
import { PAGE_LETTERS } from '../../lib/page-letters.ts';

export type KeyAction = Command | 'search' | 'help' | 'undo';

export interface KeyPress {
  readonly key: string;
  readonly hasModifier: boolean;
  readonly hasAlt: boolean;
  readonly hasShift: boolean;
}

const PLAIN: Readonly<Record<string, KeyAction>> = { ...PAGE_LETTERS, '/': 'search', '?': 'help' };

/** What a key does anywhere in the app; null where it means nothing, so that it goes its own way. */
export function keyAction({ key, hasModifier, hasAlt, hasShift }: KeyPress): KeyAction | null {
  if (hasAlt) return null;
  if (hasModifier) return key.toLowerCase() === 'z' && !hasShift ? 'undo' : null;
  return Object.hasOwn(PLAIN, key) ? (PLAIN[key] ?? null) : null;
}
