import { describe, expect, it } from 'vitest';
import { aMutation, aShown, NEW_FOLDER } from '../../../test/mutations.ts';
import type { Mutation } from './mutation.ts';
import { replay } from './replay.ts';

const after = (mutation: Mutation, server = aShown()) => replay(server, [aMutation({ mutation })]);

describe('what is shown of a node', () => {
  it('is what the server said where nothing is queued', () => {
    const server = aShown();
    expect(replay(server, [])).toBe(server);
    expect(replay(null, [])).toBeNull();
  });

  it.each([
    [
      { is: 'rename', name: 'b' },
      { name: 'b', parentId: 'root' },
    ],
    [
      { is: 'move', parentId: 'f' },
      { name: 'plan.md', parentId: 'f' },
    ],
    [
      { is: 'move', parentId: 'f', name: 'b' },
      { name: 'b', parentId: 'f' },
    ],
    [{ is: 'trash' }, { isTrashRoot: 1, trashedAt: '1970-01-01T00:00:00.000Z' }],
  ] as const)('after %j is %j', (mutation, facts) => {
    expect(after(mutation)).toMatchObject(facts);
  });

  it('is back where it was after a restore, or where there is a folder', () => {
    const server = aShown({ isTrashRoot: 1, trashedAt: '2026-01-01', parentId: 'gone' });
    expect(after({ is: 'restore', homeId: null }, server)).toMatchObject({
      isTrashRoot: 0,
      trashedAt: null,
      parentId: 'gone',
    });
    expect(after({ is: 'restore', homeId: 'root' }, server)?.parentId).toBe('root');
  });

  it('is nothing after a purge', () => {
    expect(after({ is: 'purge' })).toBeNull();
  });

  it('is a folder of its final id before the server has made it', () => {
    expect(replay(null, [aMutation({ mutation: NEW_FOLDER })])).toMatchObject({
      id: 'n1',
      kind: 'folder',
      name: 'Trip',
      parentId: 'root',
      modifiedBy: { displayName: 'Ada' },
      seq: 0,
    });
  });

  it('is what the server made of it once it is there', () => {
    const server = aShown({ kind: 'folder', name: 'Trip (2)' });
    expect(after(NEW_FOLDER, server)).toBe(server);
  });

  it('is all that is queued, in its order, on top of whatever the server says now', () => {
    const queued = [
      aMutation({ mutation: { is: 'rename', name: 'b' } }),
      aMutation({ mutation: { is: 'move', parentId: 'f' } }),
      aMutation({ mutation: { is: 'rename', name: 'c' } }),
    ];
    const server = aShown({ name: 'renamed elsewhere', size: 99 });
    expect(replay(server, queued)).toMatchObject({ name: 'c', parentId: 'f', size: 99 });
  });

  it('goes back where it was refused, save for a folder that may hold things already', () => {
    const refused = { state: 'refused' } as const;
    expect(replay(aShown(), [aMutation(refused)])?.name).toBe('plan.md');
    expect(replay(null, [aMutation({ mutation: NEW_FOLDER, ...refused })])?.name).toBe('Trip');
  });
});
