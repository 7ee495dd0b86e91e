import { describe, expect, it } from 'vitest';
import { gridCommand, placeAfter } from './grid-keys.ts';

const bare = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
const press = (key: string, held: Partial<typeof bare> = {}) =>
  gridCommand({ key, ...bare, ...held });

describe('gridCommand', () => {
  it('an arrow selects, with Shift it extends, with Control it only moves', () => {
    expect(press('ArrowDown')).toEqual({ do: 'move', to: 'next', how: 'select' });
    expect(press('ArrowDown', { shiftKey: true })).toMatchObject({ how: 'extend' });
    expect(press('ArrowDown', { ctrlKey: true })).toMatchObject({ how: 'focus' });
    expect(press('End', { shiftKey: true })).toEqual({ do: 'move', to: 'last', how: 'extend' });
  });

  it.each([
    ['Enter', {}, 'open'],
    ['Backspace', {}, 'up'],
    ['Backspace', { metaKey: true }, 'delete'],
    ['F2', {}, 'rename'],
    ['Delete', {}, 'delete'],
    ['a', { ctrlKey: true }, 'select-all'],
    ['A', { metaKey: true, shiftKey: true }, 'select-all'],
    ['x', { ctrlKey: true }, 'cut'],
    ['v', { metaKey: true }, 'paste'],
    [' ', { ctrlKey: true }, 'toggle'],
    [' ', { shiftKey: true }, 'extend'],
    ['F10', { shiftKey: true }, 'menu'],
    ['ContextMenu', {}, 'menu'],
  ])('%s with %o means %s', (key, held, deed) => {
    expect(press(key, held)).toEqual({ do: deed });
  });

  it('a letter of any script finds by name', () => {
    expect(press('é')).toEqual({ do: 'type', letter: 'é' });
    expect(press('𝒜')).toEqual({ do: 'type', letter: '𝒜' });
  });

  it('the signs of the page belong to a name only within a word', () => {
    expect(press('?', { shiftKey: true })).toBeNull();
    expect(press('/')).toBeNull();
    expect(gridCommand({ key: '?', ...bare }, true)).toEqual({ do: 'type', letter: '?' });
  });

  it('a space selects, and belongs to a name within a word', () => {
    expect(press(' ')).toEqual({ do: 'toggle' });
    expect(gridCommand({ key: ' ', ...bare }, true)).toEqual({ do: 'type', letter: ' ' });
    expect(gridCommand({ key: ' ', ...bare, ctrlKey: true }, true)).toEqual({ do: 'toggle' });
    expect(gridCommand({ key: ' ', ...bare, shiftKey: true }, true)).toEqual({ do: 'extend' });
  });

  it('keys that belong to others stay theirs', () => {
    expect(press('ArrowLeft', { altKey: true })).toBeNull();
    expect(press('Tab')).toBeNull();
    expect(press('r', { ctrlKey: true })).toBeNull();
  });
});

describe('placeAfter', () => {
  it('stays inside the list', () => {
    expect(placeAfter('previous', 0, 10, 5)).toBe(0);
    expect(placeAfter('next', 9, 10, 5)).toBe(9);
    expect(placeAfter('page-down', 3, 10, 5)).toBe(8);
    expect(placeAfter('page-up', 3, 10, 5)).toBe(0);
    expect(placeAfter('last', 0, 10, 5)).toBe(9);
  });

  it('steps from nowhere onto the first row', () => {
    expect(placeAfter('next', -1, 10, 5)).toBe(0);
    expect(placeAfter('previous', -1, 10, 5)).toBe(0);
  });
});
