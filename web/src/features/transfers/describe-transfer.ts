import type { UploadRow } from '@satchel/worker/local/uploads';
import { timeLeftMs } from '@satchel/worker/local/uploads';
import { formatBytes, formatProgress, formatRate } from '../../lib/format-bytes.ts';
import { formatDuration } from '../../lib/format-time.ts';
import { phaseOf, type Surroundings, triesAgainAtMs } from '../../lib/transfer-phase.ts';
import { explainStop } from './explain-stop.ts';

/** What the world looks like while a transfer is described. */
export interface Circumstances extends Surroundings {
  /** What is left of the person's room on the server. */
  readonly freeBytes: number;
}

export type TransferTone = 'accent' | 'quiet' | 'caution' | 'negative';

/** A transfer in one line of plain words, with the share of its bar (null: not known yet). */
export interface TransferLine {
  readonly words: string;
  readonly share: number | null;
  readonly tone: TransferTone;
}

export function describeTransfer(upload: UploadRow, around: Circumstances): TransferLine {
  const share = shareOf(upload);
  switch (upload.state) {
    case 'done':
      return { words: doneWords(upload), share: 1, tone: 'accent' };
    case 'paused':
      return describePaused(upload, share);
    case 'blocked':
      return { words: blockedWords(upload, around), share, tone: 'caution' };
    case 'failed':
    case 'needs-source':
      return { words: explainStop(upload), share, tone: 'negative' };
    default:
      return describeActive(upload, around, share);
  }
}

function describePaused({ awaitsAnswer }: UploadRow, share: number | null): TransferLine {
  if (!awaitsAnswer) return { words: 'Paused', share, tone: 'quiet' };
  return { words: 'Name is taken: waiting for your answer', share, tone: 'caution' };
}

function describeActive(
  upload: UploadRow,
  around: Circumstances,
  share: number | null,
): TransferLine {
  switch (phaseOf(upload, around)) {
    case 'no-room':
      return { words: 'No room in this browser: keep this tab open', share, tone: 'quiet' };
    case 'no-folder':
      return { words: noFolderWords(upload, around), share, tone: 'caution' };
    case 'no-network':
      return { words: 'Waiting for the network', share, tone: 'quiet' };
    case 'held-back':
      return { words: 'Waiting for a network that is not metered', share, tone: 'quiet' };
    case 'server-closed':
      return { words: closedWords(upload, around), share, tone: 'quiet' };
    case 'background':
      return { words: 'Going on in the background', share, tone: 'accent' };
    case 'sending':
      return { words: sendingWords(upload, around.nowMs), share, tone: 'accent' };
    case 'finishing':
      return { words: 'Finishing…', share, tone: 'accent' };
    case 'starting':
      return { words: `Uploading ${formatBytes(upload.sizeBytes)}`, share, tone: 'accent' };
    case 'queued':
      return { words: 'Waiting for its turn', share: 0, tone: 'quiet' };
    case 'preparing':
      return { words: preparingWords(upload), share: 0, tone: 'quiet' };
  }
}

/** The name may be that of a folder above the one that the file goes to. */
function noFolderWords({ folderId }: UploadRow, { heldUpFolders }: Circumstances): string {
  return `“${heldUpFolders.get(folderId)}” could not be made: see Waiting changes`;
}

function closedWords(upload: UploadRow, around: Circumstances): string {
  const leftMs = triesAgainAtMs(upload, around) - around.nowMs;
  if (leftMs <= 0) return 'Waiting for the server';
  return `Waiting for the server · tries again in ${formatDuration(leftMs / 1000)}`;
}

function preparingWords(upload: UploadRow): string {
  return `Preparing… ${Math.floor(100 * preparedShare(upload))} %`;
}

function sendingWords(upload: UploadRow, nowMs: number): string {
  const parts = [`Uploading ${formatProgress(upload.bytesAcked, upload.sizeBytes)}`];
  const leftMs = timeLeftMs(upload, upload.sizeBytes - upload.bytesAcked, nowMs);
  if (leftMs !== null && upload.bytesPerSecond !== null) {
    parts.push(formatRate(upload.bytesPerSecond), `${formatDuration(leftMs / 1000)} left`);
  }
  return parts.join(' · ');
}

function doneWords({ result, bytesExisting }: UploadRow): string {
  const parts = ['Done'];
  if (result?.isConflictedCopy) parts.push('kept beside a newer version');
  if (result?.folderId !== undefined) parts.push('put here because its folder is gone');
  if (bytesExisting > 0) parts.push(`${formatBytes(bytesExisting)} were already here`);
  return parts.join(' · ');
}

function blockedWords(upload: UploadRow, { freeBytes }: Circumstances): string {
  if (upload.blockedBy === 'sign-in') return 'Sign in to go on';
  const overBytes = upload.sizeBytes - freeBytes;
  return overBytes > 0
    ? `Storage is full: ${formatBytes(overBytes)} over`
    : 'Storage was full. Try again';
}

/** Half of preparing is copying into the browser, half is hashing. */
function preparedShare(upload: UploadRow): number {
  if (upload.totalChunks === 0) return 1;
  return (upload.stagedChunks + upload.hashedChunks) / (2 * upload.totalChunks);
}

function shareOf(upload: UploadRow): number | null {
  return upload.sizeBytes === 0 ? 0 : Math.min(1, upload.bytesAcked / upload.sizeBytes);
}
