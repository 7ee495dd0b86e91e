// How much of what was opened lately stays, and what goes first.

import type { KeptContent } from './content.ts';

const MEBIBYTE = 1024 * 1024;

/** What is larger is not kept for having been opened. */
export const MOST_RECENT_FILE_BYTES = 64 * MEBIBYTE;
const MOST_RECENT_BYTES = 512 * MEBIBYTE;
const SHARE_OF_QUOTA = 0.05;

/** What all of it together may take, where the browser gives `quotaBytes` to everything. */
export function recentLimit(quotaBytes: number): number {
  return Math.min(MOST_RECENT_BYTES, Math.floor(quotaBytes * SHARE_OF_QUOTA));
}

/** The hashes of those that have to go, the least recently opened first, until the rest fits. */
export function overLimit(contents: readonly KeptContent[], limitBytes: number): Set<string> {
  const recent = contents
    .filter(({ keptFor }) => keptFor === 'recent')
    .sort((a, b) => b.usedAt - a.usedAt);
  const over = new Set<string>();
  let bytes = 0;
  for (const { contentHash, sizeBytes } of recent) {
    bytes += sizeBytes;
    if (bytes > limitBytes) over.add(contentHash);
  }
  return over;
}
