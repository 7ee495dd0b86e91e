// From what a person dropped or picked to rows in the queue.

import { type ChangedName, changedNames } from '../engine/fitting-tree.ts';
import type { TreeEntry } from '../engine/folder-plan.ts';
import { addTree, type QueuedSource } from '../local/add-tree.ts';
import { forgetOrigins, keepOrigins, type Origin } from '../local/origins.ts';
import { readQueueOwner } from '../local/queue-owner.ts';
import { askForSync } from './background-sync.ts';
import { newId } from './context.ts';
import { stageSources } from './hashing.ts';
import { pump } from './pump.ts';
import { tabId } from './tab.ts';

export type DroppedEntry = TreeEntry<File> & {
  /** Where the file can be read again later, where the browser says so. */
  readonly origin?: Promise<Origin | null>;
};

export type { ChangedName } from '../engine/fitting-tree.ts';

export interface AddedFiles {
  /** In the order given. A file that an upload was waiting for continues that upload. */
  readonly uploadIds: readonly string[];
  /** What is called otherwise here, as its name cannot be used. */
  readonly changedNames: readonly ChangedName[];
  /** Resolves when every file is staged, lost or taken back: nothing depends on this page then. */
  readonly staged: Promise<void>;
}

/** Queues files and folders below `folderId`, into folders of the same names where there are some.
 *  Resolves once the queue has them; folders are made on the server before what goes into them. A
 *  file whose name stands there waits, paused, for `answerSameName`, and holds up no other. */
export async function addFiles(
  entries: readonly DroppedEntry[],
  folderId: string,
): Promise<AddedFiles> {
  const { userId } = await readQueueOwner();
  const stager = await tabId();
  const queued = await addTree({ userId, stager, folderId, entries, newId });
  pump({ retryNow: true });
  askForSync().catch(reportError);
  const sources = queued.filter(({ source }) => source.size > 0);
  const staged = keepOriginsOf(entries, sources)
    .then(() => stageSources(sources, pump))
    .then(() => forgetOrigins(sources.map(({ uploadId }) => uploadId)));
  const uploadIds = queued.map(({ uploadId }) => uploadId);
  return { uploadIds, changedNames: changedNames(entries), staged };
}

// Files that go within a blink need no way back to them.
const WORTH_KEEPING_BYTES = 1024 * 1024;

async function keepOriginsOf(
  entries: readonly DroppedEntry[],
  queued: readonly QueuedSource<File>[],
): Promise<void> {
  const origins = new Map(
    entries.flatMap((entry) => (entry.kind === 'file' ? [[entry.source, entry.origin]] : [])),
  );
  const large = queued.filter(({ source }) => source.size > WORTH_KEEPING_BYTES);
  const kept = await Promise.all(
    large.map(async ({ uploadId, source }) => {
      const origin = await origins.get(source);
      return origin ? [{ uploadId, ...origin }] : [];
    }),
  );
  // Without them the files have to be chosen again, should this tab close too soon: no more is lost.
  await keepOrigins(kept.flat()).catch(reportError);
}

/** Queues files that the system handed over, signed in or not, into `folderId` or else where files
 *  go that name no folder. */
export async function receiveFiles(
  handles: readonly FileSystemFileHandle[],
  folderId: string | null,
): Promise<AddedFiles> {
  const entries = await Promise.all(handles.map(entryOf));
  return addFiles(entries, folderId ?? (await readQueueOwner()).folderId);
}

async function entryOf(handle: FileSystemFileHandle): Promise<DroppedEntry> {
  const source = await handle.getFile();
  const origin = Promise.resolve({ handle, path: [] });
  return { kind: 'file', path: [source.name], source, origin };
}
