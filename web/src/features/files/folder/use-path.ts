import type { PathStep } from '@satchel/shared/wire/nodes';
import { readPath } from '@satchel/worker/local/nodes';
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { expectedPath, expectPath } from './path-ahead.ts';

export const TOP_NAME = 'My files';

/** The way from the top to a folder, the folder itself last. The top is called "My files". Until the
 *  device has been asked it is what can be told without it, or the top alone. */
export function usePath(folderId: string, rootFolderId: string): readonly PathStep[] {
  const known = useLiveQuery(
    async () => ({ folderId, steps: await readPath(folderId) }),
    [folderId],
  );
  return useMemo(() => {
    const top = { id: rootFolderId, name: TOP_NAME };
    if (known?.folderId !== folderId) return expectedPath(folderId) ?? [top];
    return expectPath([top, ...known.steps.filter(({ id }) => id !== rootFolderId)]);
  }, [known, folderId, rootFolderId]);
}
