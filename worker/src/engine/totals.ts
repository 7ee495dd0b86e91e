// All uploads of a list taken together.

import { isActive, isSafe } from './facts.ts';
import { timeLeftMs } from './rate.ts';
import type { Upload } from './upload.ts';

export interface UploadTotals {
  readonly count: number;
  readonly doneCount: number;
  /** On their way, without anybody's doing. */
  readonly activeCount: number;
  /** Waiting for a person: failed, blocked, or without their file. */
  readonly stoppedCount: number;
  readonly pausedCount: number;
  readonly sizeBytes: number;
  readonly bytesAcked: number;
  readonly bytesExisting: number;
  readonly bytesPerSecond: number | null;
  readonly timeLeftMs: number | null;
  /** Nothing of it depends on an open tab. */
  readonly isAllSafe: boolean;
}

type Sized = Upload & { readonly sizeBytes: number };

/** How long an upload that stands still counts with the speed it had. */
const MOVING_MS = 15_000;

export function totalOf(uploads: readonly Sized[], now: number): UploadTotals {
  const count = (is: (upload: Sized) => boolean) => uploads.filter(is).length;
  const sum = (of: (upload: Sized) => number) => uploads.reduce((total, u) => total + of(u), 0);
  const bytesPerSecond = speedOf(uploads, now);
  const active = uploads.filter(isActive);
  const bytesLeft = active.reduce((left, u) => left + u.sizeBytes - u.bytesAcked, 0);
  return {
    count: uploads.length,
    doneCount: count((u) => u.state === 'done'),
    activeCount: active.length,
    stoppedCount: count((u) => ['failed', 'blocked', 'needs-source'].includes(u.state)),
    pausedCount: count((u) => u.state === 'paused'),
    sizeBytes: sum((u) => u.sizeBytes),
    bytesAcked: sum((u) => u.bytesAcked),
    bytesExisting: sum((u) => u.bytesExisting),
    bytesPerSecond,
    timeLeftMs: timeLeftMs({ bytesPerSecond, ackedAt: now }, bytesLeft, now),
    isAllSafe: uploads.every(isSafe),
  };
}

/** Large uploads know their speed; small ones come and go too fast to have one, so what arrived
 *  lately is counted. */
function speedOf(uploads: readonly Sized[], now: number): number | null {
  const recent = uploads.filter((u) => u.ackedAt !== null && now - u.ackedAt < MOVING_MS);
  if (recent.length === 0) return null;
  const known = recent.filter((u) => u.state !== 'done').map((u) => u.bytesPerSecond ?? 0);
  const ofLarge = known.reduce((total, speed) => total + speed, 0);
  const small = recent.filter((u) => u.state === 'done' && u.totalChunks <= 1);
  const sinceMs = Math.max(1000, now - Math.min(now, ...small.map((u) => u.ackedAt ?? now)));
  const ofSmall = small.reduce((total, u) => total + u.bytesAcked - u.bytesExisting, 0);
  return ofLarge + (ofSmall * 1000) / sinceMs;
}
