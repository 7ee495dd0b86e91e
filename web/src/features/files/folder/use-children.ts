import type { Node } from '@satchel/shared/wire/nodes';
import { watchChildren } from '@satchel/worker/local/watch-children';
import { useLayoutEffect, useState } from 'react';

interface Known {
  readonly folderId: string;
  readonly nodes: readonly Node[];
}

/** What is in a folder, as this device knows it; undefined until it has been read. */
export function useChildren(folderId: string): readonly Node[] | undefined {
  const [known, setKnown] = useState<Known>();
  // What is held is there before anything is painted.
  useLayoutEffect(
    () => watchChildren(folderId, (nodes) => setKnown({ folderId, nodes })),
    [folderId],
  );
  // The folder before this one is held until this one has been read.
  return known?.folderId === folderId ? known.nodes : undefined;
}
