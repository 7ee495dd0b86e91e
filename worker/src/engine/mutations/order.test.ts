import { describe, expect, it } from 'vitest';
import { aMutation, at, NEW_FOLDER } from '../../../test/mutations.ts';
import type { QueuedMutation, Reach } from './mutation.ts';
import { QueueIndex, waitsFor } from './order.ts';

const RENAME = { is: 'rename', name: 'b' } as const;
const reach = (facts: Partial<Reach> = {}): Reach => ({
  nodeId: 'n1',
  mutation: RENAME,
  ways: ['root'],
  frees: null,
  takes: null,
  ...facts,
});
const waits = (facts: Partial<Reach>, ...queued: Partial<QueuedMutation>[]) => {
  const rows = queued.map((one, i) => aMutation({ id: `m${i}`, nodeId: `other${i}`, ...one }));
  return waitsFor(reach(facts), new QueueIndex(rows));
};

describe('a mutation waits for', () => {
  it('nothing that it has nothing to do with', () => {
    expect(waits({}, {}, { mutation: { is: 'trash' } })).toEqual([]);
  });

  it('all that was done to the same node before', () => {
    expect(waits({}, { nodeId: 'n1' }, { nodeId: 'n1', mutation: { is: 'trash' } })).toEqual([
      'm0',
      'm1',
    ]);
  });

  it.each([
    [NEW_FOLDER, true],
    [{ is: 'move', parentId: 'x' }, true],
    [{ is: 'restore', homeId: null }, true],
    [{ is: 'trash' }, true],
    [{ is: 'rename', name: 'x' }, false],
    [{ is: 'purge' }, false],
  ] as const)('what decides where the folders above it are: %j, %s', (mutation, isWaited) => {
    const queued = { nodeId: 'above', mutation };
    expect(waits({ ways: ['f', 'above', 'root'] }, queued)).toEqual(isWaited ? ['m0'] : []);
  });

  it('all that is beneath a folder before that goes', () => {
    const beneath = { ways: ['f', 'n1', 'root'] };
    expect(waits({ mutation: { is: 'trash' } }, beneath)).toEqual(['m0']);
    expect(waits({ mutation: { is: 'purge' } }, beneath)).toEqual(['m0']);
    expect(waits({ mutation: { is: 'move', parentId: 'x' } }, beneath)).toEqual([]);
  });

  it('whatever leaves the name that it takes, whatever the case', () => {
    const leaving = { frees: at('root', 'Plan.md') };
    expect(waits({ takes: at('root', 'plan.MD') }, leaving)).toEqual(['m0']);
    expect(waits({ takes: at('elsewhere', 'plan.md') }, leaving)).toEqual([]);
  });

  it('no refused mutation, but for one that makes a folder it is about', () => {
    const state = 'refused';
    expect(waits({}, { nodeId: 'n1', state })).toEqual([]);
    expect(waits({ ways: ['f'] }, { nodeId: 'f', mutation: NEW_FOLDER, state })).toEqual(['m0']);
  });
});

describe('the index', () => {
  it('knows which mutations others wait for', () => {
    const [first, second] = [aMutation(), aMutation({ id: 'm2', after: ['m1'] })];
    const index = new QueueIndex([first, second]);
    expect([index.isAwaited('m1'), index.isAwaited('m2')]).toEqual([true, false]);
    index.remove(second);
    expect(index.isAwaited('m1')).toBe(false);
  });

  it('keeps the order of a node when one of its mutations changes', () => {
    const [first, second] = [aMutation(), aMutation({ id: 'm2' })];
    const index = new QueueIndex([first, second]);
    index.replace(first, { ...first, takes: 'x/y' });
    expect(index.of('n1').map(({ id, takes }) => [id, takes])).toEqual([
      ['m1', 'x/y'],
      ['m2', null],
    ]);
  });
});
