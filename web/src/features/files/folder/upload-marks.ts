import { nameKey } from '@satchel/shared/natural-order';
import type { Node } from '@satchel/shared/wire/nodes';
import type { UploadRow } from '@satchel/worker/local/uploads';
import { phaseOf, type Surroundings, type TransferPhase } from '../../../lib/transfer-phase.ts';
import type { ListEntry, RowMark } from '../list/list-entry.ts';

/** What the uploads into a folder add to its list: rows for files that are still on their way, and
 *  marks on files that get a new version. */
export interface UploadTraces {
  readonly arriving: readonly ListEntry[];
  readonly marks: ReadonlyMap<string, RowMark>;
}

const NO_TRACES: UploadTraces = { arriving: [], marks: new Map() };

/** `askedAtMs` is when the folder was last listed: a file that arrived later is not in `nodes` yet,
 *  one that arrived earlier and is missing was taken away again. So was one that has been in `nodes`:
 *  `seen` remembers those. */
export function tracesOf(
  uploads: readonly UploadRow[],
  folderId: string,
  nodes: readonly Node[],
  askedAtMs: number,
  around: Surroundings,
  seen: Set<string>,
): UploadTraces {
  const here = uploads.filter(
    (upload) => upload.folderId === folderId && isNews(upload, askedAtMs),
  );
  if (here.length === 0) return NO_TRACES;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const arriving: ListEntry[] = [];
  const marks = new Map<string, RowMark>();
  for (const upload of here) {
    const fileId = upload.result?.fileId ?? upload.id;
    const node = byId.get(fileId) ?? byName.get(upload.filename);
    const mark = markOf(upload, around);
    const isDone = upload.state === 'done';
    if (isDone && node?.id === fileId) seen.add(fileId);
    if (node === undefined && isDone && seen.has(fileId)) continue;
    if (node === undefined) arriving.push(entryOf(upload, mark));
    else if (mark !== null) marks.set(node.id, mark);
  }
  return { arriving, marks };
}

function isNews(upload: UploadRow, askedAtMs: number): boolean {
  return upload.state !== 'done' || (upload.finishedAt ?? 0) >= askedAtMs;
}

function entryOf(upload: UploadRow, mark: RowMark | null): ListEntry {
  const name = upload.filename.normalize('NFC');
  return {
    id: upload.id,
    kind: 'file',
    name,
    nameKey: nameKey(name),
    size: upload.sizeBytes,
    mimeType: upload.mimeType,
    modifiedAt: new Date(upload.lastModified ?? upload.addedAt).toISOString(),
    node: null,
    mark,
  };
}

function markOf(upload: UploadRow, around: Surroundings): RowMark | null {
  switch (upload.state) {
    case 'done':
      return null;
    case 'failed':
      return { is: 'failed', text: 'Upload stopped' };
    case 'needs-source':
      return { is: 'failed', text: 'Upload needs the file again' };
    case 'paused':
      return { is: 'waiting', text: upload.awaitsAnswer ? 'Upload asks you' : 'Upload paused' };
    case 'blocked':
      return { is: 'waiting', text: BLOCKED[upload.blockedBy ?? 'quota'] };
    default:
      return activeMark(upload, around);
  }
}

const BLOCKED = {
  'sign-in': 'Sign in to go on uploading',
  quota: 'Waiting: the storage is full',
} as const;

function activeMark(upload: UploadRow, around: Surroundings): RowMark {
  const phase = phaseOf(upload, around);
  const waiting = WAITING[phase];
  if (waiting !== undefined) return { is: 'waiting', text: waiting };
  const percent = Math.floor((100 * upload.bytesAcked) / Math.max(1, upload.sizeBytes));
  const text = phase === 'finishing' ? 'Finishing the upload' : `Uploading, ${percent} %`;
  return { is: 'uploading', text, percent };
}

const WAITING: Partial<Record<TransferPhase, string>> = {
  'no-room': 'Waiting: no room in this browser',
  'no-folder': 'Waiting: its folder could not be made',
  'no-network': 'Waiting for the network',
  'held-back': 'Waiting for a network that is not metered',
  'server-closed': 'Waiting for the server',
  queued: 'Waiting for its turn',
  preparing: 'Preparing to upload',
};
