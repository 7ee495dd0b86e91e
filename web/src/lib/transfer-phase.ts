import type { HeldUpFolders } from '@satchel/worker/local/held-up-folders';
import type { UploadRow } from '@satchel/worker/local/uploads';
import type { Missing } from './connection-store.ts';

/** What the world looks like to an upload that is under way. */
export interface Surroundings {
  readonly nowMs: number;
  readonly missing: Missing | null;
  /** The network costs money, and the person wants to wait for another. */
  readonly isHeldBack: boolean;
  /** Nothing is sent before this moment: the way to the server is closed. */
  readonly closedUntilMs: number;
  /** Folders that cannot be made before their person has settled something. */
  readonly heldUpFolders: HeldUpFolders;
}

/** What an active upload is at. Its line among the transfers and its mark in the file list both go by
 *  this, so that they never tell two stories. */
export type TransferPhase =
  | 'no-room'
  | 'no-folder'
  | 'no-network'
  | 'held-back'
  | 'server-closed'
  | 'background'
  | 'sending'
  | 'finishing'
  | 'starting'
  | 'queued'
  | 'preparing';

export function phaseOf(upload: UploadRow, around: Surroundings): TransferPhase {
  const isPrepared = upload.stagedChunks === upload.totalChunks;
  if (upload.waitsForRoom) return 'no-room';
  if (isHeldUp(upload, around.heldUpFolders)) return 'no-folder';
  if (!isPrepared && (around.missing !== null || around.isHeldBack)) return 'preparing';
  if (around.missing === 'network') return 'no-network';
  if (around.isHeldBack) return 'held-back';
  if (around.missing === 'server') return 'server-closed';
  if (triesAgainAtMs(upload, around) > around.nowMs) return 'server-closed';
  if ((upload.lease?.until ?? 0) > around.nowMs) return 'background';
  if (upload.bytesAcked > 0 && upload.bytesAcked < upload.sizeBytes) return 'sending';
  if (upload.state === 'completing') return 'finishing';
  if (upload.state === 'uploading') return 'starting';
  return upload.state === 'queued' ? 'queued' : 'preparing';
}

/** Goes on only once its person has settled what became of the folder. */
export function isHeldUp({ folderId }: UploadRow, heldUpFolders: HeldUpFolders): boolean {
  return heldUpFolders.has(folderId);
}

export function triesAgainAtMs(upload: UploadRow, { closedUntilMs }: Surroundings): number {
  return Math.max(upload.retryAt, closedUntilMs);
}
