import { describe, expect, it } from 'vitest';
import { dropTargetAt, takesFiles, takesRows } from './drop-target.ts';

const open = { folderId: 'open', rootFolderId: 'root', name: 'Trips' };
const spot = (dataset: Record<string, string>, textContent = '') =>
  ({ dataset, textContent, getAttribute: () => null }) as unknown as HTMLElement;
const folder = (folderId: string, isPointedAt = true) =>
  ({ is: 'folder', folderId, name: '', isPointedAt }) as const;

describe('dropTargetAt', () => {
  it('is the open folder where nothing else is pointed at', () => {
    expect(dropTargetAt(null, open)).toMatchObject({ folderId: 'open', isPointedAt: false });
  });

  it('is the folder of a row and of a step of the path', () => {
    expect(dropTargetAt(spot({ folderId: 'a' }), open)).toMatchObject({ folderId: 'a' });
    expect(dropTargetAt(spot({ crumbId: 'b' }, 'Work'), open)).toMatchObject({
      folderId: 'b',
      name: 'Work',
    });
  });

  it('is the top folder and the trash at their places', () => {
    expect(dropTargetAt(spot({ dropPlace: 'files' }), open)).toMatchObject({ folderId: 'root' });
    expect(dropTargetAt(spot({ dropPlace: 'trash' }), open)).toEqual({ is: 'trash' });
  });
});

describe('takesFiles', () => {
  it('takes files into every folder that is there, and not into the trash', () => {
    expect(takesFiles(folder('open', false), { isGone: false })).toBe(true);
    expect(takesFiles(folder('open', false), { isGone: true })).toBe(false);
    expect(takesFiles(folder('a'), { isGone: true })).toBe(true);
    expect(takesFiles({ is: 'trash' }, { isGone: false })).toBe(false);
  });
});

describe('takesRows', () => {
  const rows = new Set(['a', 'b']);

  it('takes rows into the trash and into another folder', () => {
    expect(takesRows({ is: 'trash' }, rows, 'open')).toBe(true);
    expect(takesRows(folder('c'), rows, 'open')).toBe(true);
  });

  it('takes none into themselves, to where they are, or where nothing is pointed at', () => {
    expect(takesRows(folder('a'), rows, 'open')).toBe(false);
    expect(takesRows(folder('open'), rows, 'open')).toBe(false);
    expect(takesRows(folder('open', false), rows, 'other')).toBe(false);
  });

  it('takes nothing where no rows are dragged', () => {
    expect(takesRows({ is: 'trash' }, new Set(), 'open')).toBe(false);
  });
});
