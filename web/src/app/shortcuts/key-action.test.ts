import { describe, expect, it } from 'vitest';
import { keyAction } from './key-action.ts';

const press = (
  key: string,
  held: 'none' | 'modifier' | 'alt' | 'shift' | 'modifier shift' = 'none',
) =>
  keyAction({
    key,
    hasModifier: held.includes('modifier'),
    hasAlt: held === 'alt',
    hasShift: held.includes('shift'),
  });

describe('the keys of the app', () => {
  it('plain keys do their deed', () => {
    expect(press('/')).toBe('search');
    expect(press('u')).toBe('upload-files');
    expect(press('n')).toBe('new-folder');
    expect(press('i')).toBe('toggle-details');
    expect(press('t')).toBe('visit-transfers');
  });

  it('the question mark is typed with Shift on most keyboards', () => {
    expect(press('?', 'shift')).toBe('help');
  });

  it('undo is the modifier and z, and redo is not undo', () => {
    expect(press('z', 'modifier')).toBe('undo');
    expect(press('Z', 'modifier')).toBe('undo');
    expect(press('z', 'modifier shift')).toBeNull();
    expect(press('z')).toBeNull();
  });

  it('what belongs to the browser stays with it', () => {
    expect(press('t', 'modifier')).toBeNull();
    expect(press('n', 'modifier')).toBeNull();
    expect(press('u', 'alt')).toBeNull();
    expect(press('toString')).toBeNull();
  });
});
