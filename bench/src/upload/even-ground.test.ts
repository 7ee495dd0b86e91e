import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { levelGround, rotate } from './even-ground.ts';

it('gives everyone a turn to be first', () => {
  expect(rotate(['a', 'b', 'c'], 0)).toEqual(['a', 'b', 'c']);
  expect(rotate(['a', 'b', 'c'], 4)).toEqual(['b', 'c', 'a']);
  expect(rotate([], 2)).toEqual([]);
});

it('leaves no file behind', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'satchel-level-'));
  await levelGround(directory, 2);
  expect(await readdir(directory)).toEqual([]);
  await rm(directory, { recursive: true });
});
