import type { PathStep } from '@satchel/shared/wire/nodes';
import { readPath } from '@satchel/worker/local/nodes';
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';

export const TOP_NAME = 'My files';

/** The way from the top to a folder, the folder itself last. The top is called "My files". While the
 *  device does not know the way yet, it is the top alone. */
export function usePath(folderId: string, rootFolderId: string): readonly PathStep[] {
  const known = useLiveQuery(
    async () => ({ folderId, steps: await readPath(folderId) }),
    [folderId],
  );
  return useMemo(() => {
    const steps = known?.folderId === folderId ? known.steps : [];
    const below = steps.filter(({ id }) => id !== rootFolderId);
    return [{ id: rootFolderId, name: TOP_NAME }, ...below];
  }, [known, folderId, rootFolderId]);
}
