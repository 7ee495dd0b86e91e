// What a screen says of something that is to be kept, from its figures.

import type { KeepProgress } from './progress.ts';

export type ShownState = 'kept' | 'keeping' | 'waiting' | 'failed';

export interface Shown {
  readonly state: ShownState;
  /** From 0 to 1. */
  readonly share: number;
  /** What is in the way, as `KeptContent` has it. */
  readonly why: string | null;
}

/** Null: it has not been looked at yet. What failed is said once nothing else is left to do. */
export function shownOf(progress: KeepProgress | null): Shown {
  if (progress === null) return { state: 'waiting', share: 0, why: null };
  const { files, filesKept, filesFailed, sizeBytes, bytesKept, why } = progress;
  const share = sizeBytes === 0 ? filesKept / Math.max(1, files) : bytesKept / sizeBytes;
  if (filesKept === files) return { state: 'kept', share: 1, why: null };
  if (filesKept + filesFailed === files) return { state: 'failed', share, why };
  const isHeldUp = why !== null && filesFailed === 0;
  return { state: isHeldUp || bytesKept === 0 ? 'waiting' : 'keeping', share, why };
}
