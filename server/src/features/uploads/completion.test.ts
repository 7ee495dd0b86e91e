import { describe, expect, it } from 'vitest';
import { expectRefusal } from '../../../test/refusals.ts';
import { completeNamed, completeNew } from './completion.ts';

const at = new Date('2026-11-22T23:59:59Z');
const who = { displayName: 'Ada L.', at };
const file = { id: 'f', name: 'plan.txt', parentId: 'p', version: 3, isInTrash: false };

describe('an upload that names its file', () => {
  it('UP14 is its next version while the file is what the client last saw', () => {
    expect(completeNamed(file, 3, who)).toEqual({ kind: 'new-version', fileId: 'f' });
  });

  it.each([1, 2, 4])('UP15 is a conflicted copy when it was based on version %i', (base) => {
    expect(completeNamed(file, base, who)).toEqual({
      kind: 'new-file',
      parentId: 'p',
      name: 'plan (conflicted copy, Ada L., 2026-11-22).txt',
      conflict: { fileId: 'f', baseVersion: base, currentVersion: 3 },
    });
  });

  it('UP15 is a conflicted copy when the file went to the trash', () => {
    const trashed = { ...file, isInTrash: true };
    expect(completeNamed(trashed, 3, who)).toMatchObject({
      kind: 'new-file',
      conflict: { fileId: 'f', baseVersion: 3, currentVersion: 3 },
    });
  });
});

describe('an upload of a new file', () => {
  const place = { parentId: 'p', name: 'plan.txt' };
  const asFile = { kind: 'new-file', ...place, conflict: null };
  const aFile = { id: 'f', kind: 'file' } as const;
  const aFolder = { id: 'd', kind: 'folder' } as const;

  it.each(['version', 'rename', 'fail'] as const)(
    'UP16 is one where the name is free (%s)',
    (on) => {
      expect(completeNew(place, undefined, on)).toEqual(asFile);
    },
  );

  it('UP16 is a version of the file of its name', () => {
    expect(completeNew(place, aFile, 'version')).toEqual({ kind: 'new-version', fileId: 'f' });
  });

  it('UP16 is a file with a number where a folder has the name', () => {
    expect(completeNew(place, aFolder, 'version')).toEqual(asFile);
  });

  it('UP16 is a file with a number where that was asked for', () => {
    expect(completeNew(place, aFile, 'rename')).toEqual(asFile);
    expect(completeNew(place, aFolder, 'rename')).toEqual(asFile);
  });

  it.each([aFile, aFolder])('UP16 is refused where that was asked for ($kind)', async (sibling) => {
    await expectRefusal((async () => completeNew(place, sibling, 'fail'))(), 'name-taken');
  });
});
