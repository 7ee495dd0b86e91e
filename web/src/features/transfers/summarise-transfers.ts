import { CHUNK_SIZE_BYTES } from '@satchel/shared/limits';
import { type HeldUpFolders, NOTHING_HELD_UP } from '@satchel/worker/local/held-up-folders';
import { isActive, isSafe, type UploadRow } from '@satchel/worker/local/uploads';
import type { Missing } from '../../lib/connection-store.ts';
import { formatBytes, formatCount } from '../../lib/format-bytes.ts';
import { formatDuration } from '../../lib/format-time.ts';
import { isHeldUp } from '../../lib/transfer-phase.ts';
import { canRetry } from './can-retry.ts';

/** All transfers in a few figures. */
export interface TransferSummary {
  readonly total: number;
  readonly done: number;
  readonly active: number;
  readonly paused: number;
  /** They need the person. */
  readonly stuck: number;
  /** Of those, the ones that need no more than another try. */
  readonly retriable: number;
  /** Work: bytes, and for each file what it costs whatever its size. */
  readonly doneWork: number;
  readonly totalWork: number;
  /** Bytes that the ones that go on by themselves still have to send, and the work that is. */
  readonly leftBytes: number;
  readonly leftWork: number;
  /** Files that are still being copied into this browser. */
  readonly unsafe: number;
  /** What unfinished ones take in this browser. */
  readonly heldBytes: number;
  /** What never had to be sent. */
  readonly savedBytes: number;
}

// The requests around a file take about as long as so many of its bytes. Without it a thousand tiny
// files would look like a line that is a thousand times slower than it is.
export const WORK_PER_FILE = 300_000;

const NONE: TransferSummary = {
  total: 0,
  done: 0,
  active: 0,
  paused: 0,
  stuck: 0,
  retriable: 0,
  doneWork: 0,
  totalWork: 0,
  leftBytes: 0,
  leftWork: 0,
  unsafe: 0,
  heldBytes: 0,
  savedBytes: 0,
};

export function summarise(
  uploads: readonly UploadRow[],
  heldUpFolders: HeldUpFolders = NOTHING_HELD_UP,
): TransferSummary {
  const sum = { ...NONE, total: uploads.length };
  for (const upload of uploads) {
    const isDone = upload.state === 'done';
    const work = upload.sizeBytes + WORK_PER_FILE;
    const leftBytes = isDone ? 0 : upload.sizeBytes - upload.bytesAcked;
    sum.doneWork += isDone ? work : upload.bytesAcked;
    sum.totalWork += work;
    sum.heldBytes += isDone ? 0 : heldBytes(upload);
    sum.savedBytes += upload.bytesExisting;
    if (isDone) sum.done += 1;
    else if (isActive(upload) && isHeldUp(upload, heldUpFolders)) {
      sum.stuck += 1;
      if (!isSafe(upload)) sum.unsafe += 1;
    } else if (isActive(upload)) {
      sum.active += 1;
      sum.leftBytes += leftBytes;
      sum.leftWork += leftBytes + WORK_PER_FILE;
      if (!isSafe(upload)) sum.unsafe += 1;
    } else if (upload.state === 'paused') {
      if (upload.awaitsAnswer) sum.stuck += 1;
      else sum.paused += 1;
      if (!isSafe(upload)) sum.unsafe += 1;
    } else {
      sum.stuck += 1;
      if (canRetry(upload)) sum.retriable += 1;
    }
  }
  return sum;
}

/** A chunk is deleted here once the server has it. */
function heldBytes({ stagedChunks, sizeBytes, bytesAcked }: UploadRow): number {
  return Math.max(0, Math.min(stagedChunks * CHUNK_SIZE_BYTES, sizeBytes) - bytesAcked);
}

/** "64 MB were already here", or nothing where everything had to be sent. */
export function savedWords(savedBytes: number): string {
  return savedBytes === 0 ? '' : `${formatBytes(savedBytes)} were already here`;
}

/** The header in two parts: "Uploading 3 of 214" and "1.2 GB left · about 3 min", or how it ended. */
export interface Headline {
  readonly state: string;
  readonly outlook: string;
}

export function headline(
  sum: TransferSummary,
  secondsLeft: number | null,
  missing: Missing | null = null,
): Headline {
  if (sum.total === 0) return { state: 'Transfers', outlook: '' };
  if (sum.active > 0 && missing !== null) {
    return { state: `Waiting for the ${missing}`, outlook: outlook(sum, null) };
  }
  if (sum.active > 0) {
    const place = Math.min(sum.done + 1, sum.total);
    return {
      state: `Uploading ${formatCount(place)} of ${formatCount(sum.total)}`,
      outlook: outlook(sum, secondsLeft),
    };
  }
  return { state: restingState(sum), outlook: savedWords(sum.savedBytes) };
}

function restingState(sum: TransferSummary): string {
  if (sum.paused > 0)
    return `Paused · ${formatCount(sum.done)} of ${formatCount(sum.total)} arrived`;
  if (sum.stuck > 0) return `${files(sum.stuck)} ${sum.stuck === 1 ? 'needs' : 'need'} you`;
  return `${files(sum.done)} arrived`;
}

function outlook({ leftBytes }: TransferSummary, secondsLeft: number | null): string {
  if (leftBytes === 0) return '';
  const left = `${formatBytes(leftBytes)} left`;
  return secondsLeft === null ? left : `${left} · about ${formatDuration(secondsLeft)}`;
}

/** The header as one sentence. */
export function headlineText({ state, outlook: rest }: Headline): string {
  return rest === '' ? state : `${state} · ${rest}`;
}

/** How far all of it is, 0…1. Many small files count as their number, few large ones as bytes. */
export function shareDone({ doneWork, totalWork }: TransferSummary): number {
  return totalWork === 0 ? 0 : doneWork / totalWork;
}

/** Whether the tab may be closed, as long as there is something that would be lost or not. */
export function safetyOf(sum: TransferSummary): 'nothing-open' | 'safe' | 'keep-open' {
  if (sum.unsafe > 0) return 'keep-open';
  return sum.active + sum.paused > 0 ? 'safe' : 'nothing-open';
}

function files(count: number): string {
  return count === 1 ? '1 file' : `${formatCount(count)} files`;
}
