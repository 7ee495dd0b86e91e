// Files that are saved from this device, or are kept on it on their way.

import { MOST_RECENT_FILE_BYTES } from '../engine/keep/recent.ts';
import { findKeptFile, readKeptBytes } from '../local/kept-files.ts';
import { readFileBytes } from '../net/file-bytes.ts';
import { downloadUrl } from './downloads.ts';

/** The bytes of a file as they are kept here; `isPresent` is false for an earlier version. */
export async function readKeptFile(
  fileId: string,
): Promise<{ readonly bytes: Blob; readonly isPresent: boolean } | undefined> {
  const kept = await findKeptFile(fileId);
  if (kept === undefined) return undefined;
  const { sizeBytes } = kept.content;
  const whole = sizeBytes === 0 ? null : { start: 0, end: sizeBytes - 1 };
  const bytes = await readKeptBytes(kept.content, whole);
  return bytes === undefined ? undefined : { bytes, isPresent: kept.isPresent };
}

/** Whether a file of this size stays on this device for having been opened. */
export function staysWhenOpened(sizeBytes: number | null): boolean {
  if (!('serviceWorker' in navigator) || navigator.serviceWorker.controller === null) return false;
  return sizeBytes !== null && sizeBytes > 0 && sizeBytes <= MOST_RECENT_FILE_BYTES;
}

/** Fetches a file through the service worker, which keeps it. Throws `ApiError`. */
export function fetchFile(fileId: string, onBytes: (count: number) => void): Promise<Blob> {
  return readFileBytes(downloadUrl(fileId), onBytes);
}
