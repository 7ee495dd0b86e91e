// Observes what is in a folder without reading all of it at every change: of ten thousand rows one
// that changes is read alone.

import { NodeFollower } from './follow-nodes.ts';
import { readChildren } from './nodes.ts';
import type { NodeRow } from './rows.ts';

/** Calls `onRows` with the live children of a folder, in no order, at once and after they changed. A
 *  row that did not change is the same object. Returns how to stop. */
export function watchChildren(
  folderId: string,
  onRows: (rows: readonly NodeRow[]) => void,
): () => void {
  let children = new Map<string, NodeRow>();
  let isStopped = false;
  const tell = () => {
    if (!isStopped) onRows([...children.values()]);
  };
  const follower = new NodeFollower({
    async readAll() {
      children = new Map((await readChildren(folderId)).map((row) => [row.id, row]));
      tell();
    },
    take(rows) {
      let isChanged = false;
      for (const [id, row] of rows) {
        const isHere = row?.parentId === folderId && row.isTrashRoot === 0;
        if (isHere) children.set(id, row);
        isChanged = isHere || children.delete(id) || isChanged;
      }
      if (isChanged) tell();
    },
  });
  return () => {
    isStopped = true;
    follower.stop();
  };
}
