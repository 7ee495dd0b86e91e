// From what a person dropped or picked to rows in the queue.

import { type PlannedFile, planTree, type TreeEntry } from '../engine/folder-plan.ts';
import { readAccount } from '../local/account.ts';
import { giveSource, readWithoutSource } from '../local/staged-chunks.ts';
import { enqueue, type NewUpload } from '../local/upload-queue.ts';
import type { UploadRow } from '../local/uploads.ts';
import { askForSync } from './background-sync.ts';
import { newId } from './context.ts';
import { stageSources } from './hashing.ts';
import { pump } from './pump.ts';
import { tabId } from './tab.ts';

export type DroppedEntry = TreeEntry<File>;

export interface AddedFiles {
  /** In the order given. A file that an upload was waiting for continues that upload. */
  readonly uploadIds: readonly string[];
  /** Resolves when every file is staged, lost or taken back: nothing depends on this page then. */
  readonly staged: Promise<void>;
}

/** Queues files and folders below `folderId`. Resolves once the queue has them; folders are made on
 *  the server before what goes into them. */
export async function addFiles(
  entries: readonly DroppedEntry[],
  folderId: string,
): Promise<AddedFiles> {
  const { user } = await readAccount();
  if (user === null) throw new Error('files were added while nobody was signed in');
  const stager = await tabId();
  const plan = planTree(entries, folderId, newId);
  const awaited = awaitedSources(await readWithoutSource(user.id));
  const files = plan.files.map((file) => ({ ...file, uploadId: awaited.get(keyOf(file)) ?? null }));
  const added = files.map((file) => ({ ...file, id: file.uploadId ?? newId() }));
  const fresh = added.filter((file) => file.uploadId === null);
  await enqueue({ userId: user.id, stager, folders: plan.folders, files: fresh.map(newUpload) });
  for (const file of added) if (file.uploadId !== null) await giveSource(file.uploadId, stager);
  pump({ retryNow: true });
  askForSync().catch(reportError);
  const sources = added.map((file) => ({ uploadId: file.id, source: file.source }));
  const isEmpty = ({ source }: { source: File }) => source.size === 0;
  const staged = stageSources(
    sources.filter((s) => !isEmpty(s)),
    pump,
  );
  return { uploadIds: added.map((file) => file.id), staged };
}

function newUpload(file: PlannedFile<File> & { id: string }): NewUpload {
  return {
    id: file.id,
    filename: file.name,
    sizeBytes: file.source.size,
    mimeType: file.source.type,
    lastModified: file.source.lastModified,
    folderId: file.folderId,
  };
}

/** Uploads that stopped because their file could not be read any more, by what it looked like. */
function awaitedSources(uploads: readonly UploadRow[]): Map<string, string> {
  return new Map(
    uploads.map((u) => [key(u.folderId, u.filename, u.sizeBytes, u.lastModified), u.id]),
  );
}

function keyOf(file: PlannedFile<File>): string {
  return key(file.folderId, file.name, file.source.size, file.source.lastModified);
}

function key(...parts: (string | number | null)[]): string {
  return JSON.stringify(parts);
}
