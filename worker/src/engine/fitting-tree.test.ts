import { expect, it } from 'vitest';
import { changedNames, fittingTree } from './fitting-tree.ts';
import type { TreeEntry } from './folder-plan.ts';

const file = (...path: string[]): TreeEntry<string> => ({ kind: 'file', path, source: 'bytes' });

it('a tree is planned under names that can be used', () => {
  const tree = fittingTree([file('Vol. 1.', ' a.txt'), { kind: 'folder', path: ['empty '] }]);
  expect(tree).toEqual([file('Vol. 1', 'a.txt'), { kind: 'folder', path: ['empty'] }]);
});

it('a folder whose name is changed is told once, however much is in it', () => {
  const tree = [file('Vol.', 'a.txt'), file('Vol.', 'b.'), file('fine', 'cafe\u0301')];
  expect(changedNames(tree)).toEqual([
    { was: 'Vol.', name: 'Vol' },
    { was: 'b.', name: 'b' },
  ]);
});
