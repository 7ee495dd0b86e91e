import { describe, expect, it } from 'vitest';
import { gridCommand } from './grid-keys.ts';
import { isOnlyModifier, isToBeHeld, settleHeld } from './held-letter.ts';

const bare = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
const next = (key: string) => settleHeld(gridCommand({ key, ...bare }, true));

describe('a letter that is also a key of the page', () => {
  it('is held back without Shift, and only such a letter', () => {
    for (const key of ['u', 'n', 'i', 't']) expect(isToBeHeld({ key, ...bare })).toBe(true);
    expect(isToBeHeld({ key: 'N', ...bare, shiftKey: true })).toBe(false);
    expect(isToBeHeld({ key: 'o', ...bare })).toBe(false);
    expect(isToBeHeld({ key: 'toString', ...bare })).toBe(false);
  });

  it('begins a name when another letter follows, also another such letter', () => {
    expect(next('o')).toBe('typed');
    expect(next('n')).toBe('typed');
  });

  it('has found a name when the person goes on in the list', () => {
    expect(next('Enter')).toBe('typed');
    expect(next('ArrowDown')).toBe('typed');
  });

  it('means nothing after Escape, and when the person turns elsewhere', () => {
    expect(next('Escape')).toBe('dropped');
    expect(next('Tab')).toBe('dropped');
  });

  it('waits on while a key goes down that only changes others', () => {
    expect(isOnlyModifier({ key: 'Shift' })).toBe(true);
    expect(isOnlyModifier({ key: 's' })).toBe(false);
  });
});
