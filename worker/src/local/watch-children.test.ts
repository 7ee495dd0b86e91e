import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aNode } from '../../test/nodes.ts';
import { applyNode, applyNodes, forgetNodes } from './node-writes.ts';
import type { NodeRow } from './rows.ts';
import { watchChildren } from './watch-children.ts';
import { wipe } from './wipe.ts';

let shown: (readonly NodeRow[])[] = [];
let stop = () => {};
const names = () =>
  shown
    .at(-1)
    ?.map(({ name }) => name)
    .sort();
const many = Array.from({ length: 60 }, (_, n) => aNode({ id: `m${n}`, name: `m${n}` }));

beforeEach(async () => {
  await wipe();
  await applyNodes([aNode({ id: 'a', name: 'a' }), aNode({ id: 'b', name: 'b' })]);
  shown = [];
  stop = watchChildren('root', (rows) => shown.push(rows));
  await vi.waitFor(() => expect(names()).toEqual(['a', 'b']));
});
afterEach(() => stop());

describe('the children of a folder', () => {
  it('are told anew when one comes, changes or goes', async () => {
    await applyNode(aNode({ id: 'c', name: 'c' }));
    await vi.waitFor(() => expect(names()).toEqual(['a', 'b', 'c']));
    await applyNode(aNode({ id: 'a', name: 'z', seq: 2 }));
    await vi.waitFor(() => expect(names()).toEqual(['b', 'c', 'z']));
    await applyNode(aNode({ id: 'b', parentId: 'elsewhere', seq: 2 }));
    await vi.waitFor(() => expect(names()).toEqual(['c', 'z']));
    await forgetNodes(new Map([['c', 2]]));
    await vi.waitFor(() => expect(names()).toEqual(['z']));
  });

  it('that did not change are the same objects', async () => {
    const before = shown.at(-1)?.find(({ id }) => id === 'b');
    await applyNode(aNode({ id: 'a', name: 'z', seq: 2 }));
    await vi.waitFor(() => expect(names()).toEqual(['b', 'z']));
    expect(shown.at(-1)?.find(({ id }) => id === 'b')).toBe(before);
  });

  it('are all told that came at once', async () => {
    await applyNodes(many);
    await vi.waitFor(() => expect(names()).toHaveLength(62));
  });

  it('are not told where another folder changes', async () => {
    const times = shown.length;
    await applyNode(aNode({ id: 'x', parentId: 'elsewhere' }));
    await applyNode(aNode({ id: 'c', name: 'c' }));
    await vi.waitFor(() => expect(names()).toEqual(['a', 'b', 'c']));
    expect(shown).toHaveLength(times + 1);
  });

  it('are not told any more once nobody wants to know', async () => {
    stop();
    const times = shown.length;
    await applyNode(aNode({ id: 'c', name: 'c' }));
    expect(shown).toHaveLength(times);
  });

  it('of a folder that was looked at a moment ago are there at once', async () => {
    await applyNode(aNode({ id: 'x', name: 'x', parentId: 'folder' }));
    const told: string[][] = [];
    const look = () => watchChildren('folder', (rows) => told.push(rows.map(({ name }) => name)));
    const leave = look();
    await vi.waitFor(() => expect(told).toEqual([['x']]));
    leave();
    look()();
    expect(told).toEqual([['x'], ['x']]);
  });
});
