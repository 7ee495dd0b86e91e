import { describe, expect, it } from 'vitest';
import { aMutation, aShown, NEW_FOLDER } from '../../../test/mutations.ts';
import { type Collapse, collapse } from './collapse.ts';
import type { Mutation, MutationKind, QueuedMutation } from './mutation.ts';

const MUTATIONS: Record<MutationKind, Mutation> = {
  'create-folder': NEW_FOLDER,
  rename: { is: 'rename', name: 'new' },
  move: { is: 'move', parentId: 'new' },
  trash: { is: 'trash' },
  restore: { is: 'restore', homeId: null },
  purge: { is: 'purge' },
};
const KINDS = Object.keys(MUTATIONS) as MutationKind[];

const queued = (mutation: Mutation, facts: Partial<QueuedMutation> = {}) =>
  aMutation({ mutation, ...facts });
const meet = (
  mine: readonly QueuedMutation[],
  mutation: Mutation,
  { awaited = [], after = [] }: { awaited?: string[]; after?: string[] } = {},
): Collapse => collapse({ mutation, after }, mine, aShown(), (id) => awaited.includes(id));

// Earlier (rows) × new (columns, in the order of KINDS).
const TABLE: Record<MutationKind, readonly Collapse['is'][]> = {
  'create-folder': ['nothing', 'change', 'change', 'drop', 'queue', 'drop'],
  rename: ['queue', 'change', 'queue', 'queue', 'queue', 'queue'],
  move: ['queue', 'queue', 'change', 'queue', 'queue', 'queue'],
  trash: ['queue', 'queue', 'queue', 'nothing', 'drop', 'queue'],
  restore: ['queue', 'queue', 'queue', 'drop', 'nothing', 'queue'],
  purge: ['nothing', 'nothing', 'nothing', 'nothing', 'nothing', 'nothing'],
};

describe('a mutation that nobody has sent', () => {
  for (const earlier of KINDS) {
    it.each(KINDS.map((kind, i) => [kind, TABLE[earlier][i]] as const))(
      `${earlier}, then %s: %s`,
      (kind, is) => {
        const mine = [queued(MUTATIONS[earlier])];
        expect(meet(mine, MUTATIONS[kind], { after: ['m1'] }).is).toBe(is);
      },
    );
  }

  it('takes in a new name, and is gone where that is the old one', () => {
    const mine = [queued({ is: 'rename', name: 'b' })];
    expect(meet(mine, { is: 'rename', name: 'c' })).toEqual({
      is: 'change',
      id: 'm1',
      mutation: { is: 'rename', name: 'c' },
    });
    expect(meet(mine, { is: 'rename', name: 'plan.md' })).toEqual({ is: 'drop', ids: ['m1'] });
  });

  it('takes in where a node goes, and is gone where that is where it was', () => {
    const mine = [queued({ is: 'move', parentId: 'f' }), queued(MUTATIONS.rename, { id: 'm2' })];
    const home = { is: 'move', parentId: 'root' } as const;
    expect(meet(mine, { is: 'move', parentId: 'g' })).toMatchObject({ is: 'change', id: 'm1' });
    expect(meet(mine, home)).toEqual({ is: 'drop', ids: ['m1'] });
  });

  it('takes in a name and a place for a folder that is not made yet', () => {
    const mine = [queued(NEW_FOLDER)];
    expect(meet(mine, { is: 'rename', name: 'Tour' })).toMatchObject({
      mutation: { is: 'create-folder', name: 'Tour', parentId: 'root' },
    });
    expect(meet(mine, { is: 'move', parentId: 'f' })).toMatchObject({
      mutation: { is: 'create-folder', name: 'Trip', parentId: 'f' },
    });
  });

  it('is not changed where it would have to wait for what comes after it', () => {
    expect(meet([queued(NEW_FOLDER)], MUTATIONS.rename, { after: ['m1', 'm9'] }).is).toBe('queue');
  });

  it('stays where others wait for it', () => {
    const awaited = ['m1'];
    expect(meet([queued({ is: 'trash' })], MUTATIONS.restore, { awaited }).is).toBe('queue');
    expect(meet([queued(NEW_FOLDER)], MUTATIONS.trash, { awaited }).is).toBe('queue');
    const mine = [queued({ is: 'rename', name: 'b' })];
    expect(meet(mine, { is: 'rename', name: 'plan.md' }, { awaited }).is).toBe('queue');
  });

  it('takes with it what was done to a folder that is never made', () => {
    const later = queued(MUTATIONS.rename, { id: 'm2', after: ['m1'] });
    const mine = [queued(NEW_FOLDER), later];
    expect(meet(mine, { is: 'trash' }, { awaited: ['m1'] })).toEqual({
      is: 'drop',
      ids: ['m1', 'm2'],
    });
  });
});

describe('a mutation that may have been sent', () => {
  it.each(KINDS)('is never touched by %s', (kind) => {
    for (const earlier of KINDS) {
      const mine = [queued(MUTATIONS[earlier], { triedAt: 5 })];
      expect(meet(mine, MUTATIONS[kind]).is).toBe('queue');
    }
  });
});

it('a refused mutation is as good as none', () => {
  const mine = [queued({ is: 'trash' }, { state: 'refused' })];
  expect(meet(mine, { is: 'restore', homeId: null }).is).toBe('queue');
});
