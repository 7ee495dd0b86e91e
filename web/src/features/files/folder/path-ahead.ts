import type { PathStep } from '@satchel/shared/wire/nodes';

// The way to the folder on the screen, or to the one that is being opened.
let last: readonly PathStep[] = [];

/** Says what the way to a folder is before the device has been asked, and gives it: the same object as
 *  before where nothing of it is new. */
export function expectPath(path: readonly PathStep[]): readonly PathStep[] {
  if (!isSamePath(path, last)) last = path;
  return last;
}

/** The way to a folder that lies on the way last told of. */
export function expectedPath(folderId: string): readonly PathStep[] | undefined {
  const place = last.findIndex(({ id }) => id === folderId);
  return place === -1 ? undefined : expectPath(last.slice(0, place + 1));
}

export function isSamePath(a: readonly PathStep[], b: readonly PathStep[]): boolean {
  return (
    a.length === b.length && a.every(({ id, name }, i) => id === b[i]?.id && name === b[i]?.name)
  );
}
