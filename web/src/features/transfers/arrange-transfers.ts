import type { UploadRow } from '@satchel/worker/local/uploads';

/** What the list of transfers is made of, in its order. */
export type TransferItem =
  | { readonly is: 'upload'; readonly id: string; readonly upload: UploadRow }
  | { readonly is: 'fold'; readonly id: 'fold'; readonly done: readonly UploadRow[] };

// Finished rows stay for a moment, to be seen; when many finish at once, only so many.
const LINGER_MS = 4000;
const LINGER_AT_MOST = 3;

const RANK: Readonly<Record<UploadRow['state'], number>> = {
  'needs-source': 0,
  failed: 0,
  blocked: 0,
  completing: 1,
  uploading: 1,
  hashing: 2,
  staging: 2,
  queued: 2,
  paused: 2,
  done: 3,
};

/** First what needs the person, then what moves, then what waits, in the order of the queue;
 *  finished ones folded together at the end. */
export function arrangeTransfers(
  uploads: readonly UploadRow[],
  isFoldOpen: boolean,
  nowMs: number,
): TransferItem[] {
  const open = uploads.filter(({ state }) => state !== 'done');
  const done = uploads.filter(({ state }) => state === 'done').sort(newestFirst);
  const lingering = done
    .slice(0, LINGER_AT_MOST)
    .filter(({ finishedAt }) => nowMs - (finishedAt ?? 0) < LINGER_MS);
  const folded = done.slice(lingering.length);
  const ranked = open.sort((a, b) => rankOf(a) - rankOf(b) || a.position - b.position);
  return [
    ...ranked.map(toItem),
    ...lingering.map(toItem),
    ...(folded.length > 0 ? [{ is: 'fold', id: 'fold', done: folded } as const] : []),
    ...(isFoldOpen ? folded.map(toItem) : []),
  ];
}

// What has begun to go counts as moving, even while the rest of it is still being prepared.
function rankOf(upload: UploadRow): number {
  if (upload.awaitsAnswer) return 0;
  return upload.bytesAcked > 0 && RANK[upload.state] === 2 ? 1 : RANK[upload.state];
}

function newestFirst(a: UploadRow, b: UploadRow): number {
  return (b.finishedAt ?? 0) - (a.finishedAt ?? 0);
}

function toItem(upload: UploadRow): TransferItem {
  return { is: 'upload', id: upload.id, upload };
}
