// What is kept of what a folder shows, for its rows.

import { progressOf } from '../engine/keep/progress.ts';
import { type Shown, shownOf } from '../engine/keep/shown.ts';
import { db } from './database.ts';
import type { PinRow } from './kept-rows.ts';
import { nodeStoreNames } from './node-store.ts';
import { findNodes, readChildren, readPath } from './nodes.ts';
import { readPins } from './pins.ts';
import type { NodeRow } from './rows.ts';
import { watch } from './watch.ts';

export { type Shown, shownOf } from '../engine/keep/shown.ts';

export interface KeptStates {
  /** By node. What lies under a pinned folder is kept with it. */
  readonly shown: ReadonlyMap<string, Shown>;
  readonly pinnedIds: ReadonlySet<string>;
  /** The name of the pinned folder that this folder is, or lies under; null where there is none. */
  readonly keptWith: string | null;
}

export const NOTHING_KEPT: KeptStates = {
  shown: new Map(),
  pinnedIds: new Set(),
  keptWith: null,
};

/** Calls `onStates` now and after changes, at most every `restMs`. Returns how to stop. */
export function watchKeptStates(
  { userId, folderId }: { readonly userId: string; readonly folderId: string },
  onStates: (states: KeptStates) => void,
  restMs: number,
): () => void {
  const tables = [...nodeStoreNames, db.pins.name, db.keptContents.name];
  const read = () => readKeptStates(userId, folderId);
  return watch({ tables, read, onResult: onStates, restMs });
}

async function readKeptStates(userId: string, folderId: string): Promise<KeptStates> {
  const pins = new Map((await readPins(userId)).map((pin) => [pin.nodeId, pin]));
  if (pins.size === 0) return NOTHING_KEPT;
  const above = (await readPath(folderId)).filter(({ id }) => pins.has(id)).at(-1);
  const folderPin = pins.get(above?.id ?? '');
  const nodes =
    folderPin === undefined
      ? (await findNodes([...pins.keys()])).filter(({ parentId }) => parentId === folderId)
      : await readChildren(folderId);
  return {
    shown: await readShown(nodes, pins, folderPin),
    pinnedIds: new Set(pins.keys()),
    keptWith: above?.name ?? null,
  };
}

async function readShown(
  nodes: readonly NodeRow[],
  pins: ReadonlyMap<string, PinRow>,
  folderPin: PinRow | undefined,
): Promise<ReadonlyMap<string, Shown>> {
  const files = nodes.filter(({ kind }) => kind === 'file');
  const rows = await db.keptContents.bulkGet(files.map((node) => node.contentHash ?? ''));
  const contents = new Map(
    rows.flatMap((row) => (row === undefined ? [] : [[row.contentHash, row]])),
  );
  return new Map(
    nodes.map(({ id, kind, contentHash, size }) => {
      if (kind === 'folder') return [id, shownOf((pins.get(id) ?? folderPin)?.progress ?? null)];
      const file = { contentHash: contentHash ?? '', sizeBytes: size ?? 0 };
      return [id, shownOf(progressOf([file], contents))];
    }),
  );
}
