import { describe, expect, it } from 'vitest';
import { judgeName, selectedOnRename } from './judge-name.ts';

describe('judgeName', () => {
  it('takes a good name, without the spaces around it', () => {
    expect(judgeName('  Plans ', [])).toEqual({ is: 'good', name: 'Plans' });
  });

  it('says what is wrong with a bad one', () => {
    expect(judgeName('a/b', [])).toMatchObject({
      is: 'bad',
      words: expect.stringMatching(/cannot/),
    });
    expect(judgeName('   ', [])).toEqual({ is: 'bad', words: 'Give it a name.' });
  });

  it('offers the next free name for one that is taken', () => {
    expect(judgeName('BUDGET', ['Budget'])).toEqual({
      is: 'taken',
      words: '“BUDGET” is already here.',
      suggestion: 'BUDGET (2)',
    });
  });
});

it('renaming begins with all but the extension of a file selected', () => {
  expect(selectedOnRename({ kind: 'file', name: 'photo.tar.gz' })).toBe('photo.tar'.length);
  expect(selectedOnRename({ kind: 'file', name: '.profile' })).toBe('.profile'.length);
  expect(selectedOnRename({ kind: 'folder', name: 'v1.2' })).toBe(4);
});
