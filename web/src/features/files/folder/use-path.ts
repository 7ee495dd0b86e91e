import type { PathStep } from '@satchel/shared/wire/nodes';
import { readPath } from '@satchel/worker/local/nodes';
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useRef } from 'react';
import { expectedPath, expectPath, isSamePath } from './path-ahead.ts';

export const TOP_NAME = 'My files';

interface Known {
  readonly folderId: string;
  readonly steps: readonly PathStep[];
}

/** The way from the top to a folder, the folder itself last. The top is called "My files". Until the
 *  device has been asked it is what can be told without it, or the top alone. */
export function usePath(folderId: string, rootFolderId: string): readonly PathStep[] {
  const last = useRef<Known>(undefined);
  const known = useLiveQuery(async () => {
    last.current = stillSame(last.current, { folderId, steps: await readPath(folderId) });
    return last.current;
  }, [folderId]);
  return useMemo(() => {
    const top = { id: rootFolderId, name: TOP_NAME };
    if (known?.folderId !== folderId) return expectedPath(folderId) ?? [top];
    return expectPath([top, ...known.steps.filter(({ id }) => id !== rootFolderId)]);
  }, [known, folderId, rootFolderId]);
}

/** It is read again at any change of the tree; what is as it was renders nothing. */
function stillSame(before: Known | undefined, now: Known): Known {
  const isSame = before?.folderId === now.folderId && isSamePath(before.steps, now.steps);
  return isSame ? before : now;
}
