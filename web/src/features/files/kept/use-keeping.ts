import type { Node } from '@satchel/shared/wire/nodes';
import { useCallback } from 'react';
import { useKeptStore } from './kept-store.ts';

/** What can be done about keeping `nodes` offline. */
export interface Keeping {
  readonly does: 'keep' | 'stop';
  readonly label: 'Keep offline' | 'Stop keeping offline';
  /** Why it cannot be done: they are kept with a folder. */
  readonly reason: string | undefined;
  readonly run: () => void;
}

export function keepingOf(
  nodes: readonly Node[],
  pinnedIds: ReadonlySet<string>,
  keptWith: string | null,
): Keeping {
  const pinned = nodes.filter(({ id }) => pinnedIds.has(id));
  const isStopping = nodes.length > 0 && pinned.length === nodes.length;
  const isWithFolder = keptWith !== null && !isStopping;
  return {
    does: isStopping ? 'stop' : 'keep',
    label: isStopping ? 'Stop keeping offline' : 'Keep offline',
    reason: isWithFolder ? `Kept offline with the folder “${keptWith}”.` : undefined,
    run: () => {
      if (isWithFolder || nodes.length === 0) return;
      const others = nodes.filter(({ id }) => !pinnedIds.has(id));
      import('../../../lib/deeds/keep.ts')
        .then(({ keep, stopKeeping }) => (isStopping ? stopKeeping(nodes) : keep(others)))
        .catch(reportError);
    },
  };
}

/** Looked up when it is asked, so that the rows do not have to be rendered for it. */
export function useKeeping(): (nodes: readonly Node[]) => Keeping {
  const pinnedIds = useKeptStore((state) => state.pinnedIds);
  const keptWith = useKeptStore((state) => state.keptWith);
  return useCallback((nodes) => keepingOf(nodes, pinnedIds, keptWith), [pinnedIds, keptWith]);
}
