import { PAGE_LETTERS } from '../../lib/page-letters.ts';
import type { GridCommand, Keystroke } from './grid-keys.ts';

/** How long a letter that is also a key of the page waits for another one. Alone it is the key, with
 *  more letters it begins a name: who types a name presses the next letter well before this. */
export const ALONE_AFTER_MS = 400;

/** Whether a letter is to be held back. With Shift it is a letter and nothing else. */
export function isToBeHeld({ key, shiftKey }: Keystroke): boolean {
  return !shiftKey && Object.hasOwn(PAGE_LETTERS, key);
}

/** What the key after a held letter makes of it. A person who goes on in the list meant a name; one
 *  who turns elsewhere, or takes it back with Escape, meant nothing. */
export function settleHeld(next: GridCommand | null): 'typed' | 'dropped' {
  return next === null || next.do === 'clear' ? 'dropped' : 'typed';
}

const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock']);

/** The press of a key that only changes others says nothing yet. */
export function isOnlyModifier({ key }: Pick<Keystroke, 'key'>): boolean {
  return MODIFIERS.has(key);
}
