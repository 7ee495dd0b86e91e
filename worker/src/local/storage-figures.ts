// What takes room in this browser, in bytes.

import { db } from './database.ts';
import { countNodes, nodeStoreNames, sampleNodes } from './node-store.ts';
import { watch } from './watch.ts';

export interface StorageFigures {
  readonly pinnedBytes: number;
  readonly pinnedFiles: number;
  readonly recentBytes: number;
  readonly recentFiles: number;
  /** Of files that wait to be uploaded. */
  readonly waitingBytes: number;
  readonly waitingFiles: number;
  /** Of the list of all files and folders; reckoned from some of its rows. */
  readonly treeBytes: number;
  readonly treeNodes: number;
}

/** Calls `onFigures` now and after changes, at most every `restMs`. Returns how to stop. */
export function watchStorageFigures(
  userId: string,
  onFigures: (figures: StorageFigures) => void,
  restMs: number,
): () => void {
  const tables = [db.keptContents.name, db.uploads.name, ...nodeStoreNames];
  return watch({ tables, read: () => readStorageFigures(userId), onResult: onFigures, restMs });
}

export async function readStorageFigures(userId: string): Promise<StorageFigures> {
  const [kept, waiting, tree] = await Promise.all([readKept(), readWaiting(userId), readTree()]);
  return { ...kept, ...waiting, ...tree };
}

async function readKept() {
  const figures = { pinnedBytes: 0, pinnedFiles: 0, recentBytes: 0, recentFiles: 0 };
  await db.keptContents.each(({ keptFor, bytesKept, state }) => {
    const isWhole = state === 'kept' ? 1 : 0;
    if (keptFor === 'pin') {
      figures.pinnedBytes += bytesKept;
      figures.pinnedFiles += isWhole;
    } else {
      figures.recentBytes += bytesKept;
      figures.recentFiles += isWhole;
    }
  });
  return figures;
}

async function readWaiting(userId: string) {
  const rows = await db.uploads.where('userId').equals(userId).toArray();
  const open = rows.filter(({ state }) => state !== 'done');
  const shareStaged = (staged: number, total: number) => (total === 0 ? 0 : staged / total);
  const waitingBytes = open.reduce((sum, row) => {
    const staged = row.sizeBytes * shareStaged(row.stagedChunks, row.totalChunks);
    return sum + Math.max(0, staged - row.bytesAcked);
  }, 0);
  return { waitingBytes: Math.round(waitingBytes), waitingFiles: open.length };
}

const SAMPLED = 200;
/** A row also stands in its indexes. */
const WITH_INDEXES = 1.5;

async function readTree() {
  const treeNodes = await countNodes();
  const sample = await sampleNodes(SAMPLED);
  const bytes = JSON.stringify(sample).length / Math.max(1, sample.length);
  return {
    treeNodes,
    treeBytes: treeNodes === 0 ? 0 : Math.round(treeNodes * bytes * WITH_INDEXES),
  };
}
