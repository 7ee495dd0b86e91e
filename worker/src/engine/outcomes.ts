// The few things that can come of an event; the table in `cells.ts` is made of them.

import { activeState, nextCommand } from './facts.ts';
import { paceAfter } from './rate.ts';
import type { Blocker, Command, EventOf, Failure, Upload, UploadResult } from './upload.ts';

/** What changes, nothing outside `Upload`, so that a row keeps what else it carries. */
export interface Outcome {
  readonly change: Partial<Upload>;
  readonly commands: readonly Command[];
}

/** Nothing holds it up: on with whatever the counts say. */
export function proceed(upload: Upload, change: Partial<Upload> = {}): Outcome {
  const free = { blockedBy: null, failure: null, ...change };
  const next = { ...upload, ...free };
  return { change: { ...free, state: activeState(next) }, commands: [nextCommand(next)] };
}

/** A drain takes it up. What the server has is asked first wherever a session is known: answers to
 *  an earlier drain may have been lost. */
export function takeUp(upload: Upload): Outcome {
  if (upload.session === null) return proceed(upload);
  return { change: { state: activeState(upload) }, commands: ['resync'] };
}

/** The state stays, the facts may change. */
export function remain(change: Partial<Upload> = {}): Outcome {
  return { change, commands: ['rest'] };
}

export function finish(result: UploadResult): Outcome {
  const change = { state: 'done', result, blockedBy: null, failure: null, retryAt: 0 } as const;
  return { change, commands: ['discard', 'rest'] };
}

export function pause(): Outcome {
  return remain({ state: 'paused', blockedBy: null });
}

export function block(blockedBy: Blocker): Outcome {
  return remain({ state: 'blocked', blockedBy });
}

export function fail(failure: Failure): Outcome {
  return remain({ state: 'failed', failure });
}

/** A new start by a person: earlier tries do not count. */
export function startAfresh(upload: Upload): Outcome {
  return proceed(upload, { attempts: 0, mismatches: 0, retryAt: 0 });
}

/** Without its source it can only go on when all of it is staged. */
export function loseSource(upload: Upload, reason: string): Outcome {
  if (upload.stagedChunks === upload.totalChunks) return remain();
  return remain({ state: 'needs-source', failure: { code: reason, detail: null } });
}

/** What the server had is gone. Chunks are deleted here once acknowledged, so if there were any,
 *  the file has to be read again. `rest` decides what else becomes of it where there were none. */
export function loseSession(upload: Upload, rest: (u: Upload, c: Partial<Upload>) => Outcome) {
  if (upload.ackedChunks > 0) return startOver(upload, 'session-lost');
  return rest(upload, { session: null, generation: upload.generation + 1 });
}

/** Everything from the beginning, read from the source again. */
export function startOver(upload: Upload, code: string): Outcome {
  const change = {
    state: 'needs-source',
    blockedBy: null,
    failure: { code, detail: null },
    stagedChunks: 0,
    hashedChunks: 0,
    ackedChunks: 0,
    bytesHashed: 0,
    bytesAcked: 0,
    bytesExisting: 0,
    session: null,
    generation: upload.generation + 1,
    attempts: 0,
    mismatches: 0,
    retryAt: 0,
  } as const;
  return { change, commands: ['discard', 'rest'] };
}

export function stagedFacts(upload: Upload, event: EventOf<'staged'>): Partial<Upload> {
  return { stagedChunks: Math.max(upload.stagedChunks, event.chunks) };
}

export function hashedFacts(upload: Upload, event: EventOf<'hashed'>): Partial<Upload> {
  return {
    hashedChunks: Math.max(upload.hashedChunks, event.chunks),
    bytesHashed: Math.max(upload.bytesHashed, event.bytes),
  };
}

export function openedFacts(_upload: Upload, event: EventOf<'opened'>): Partial<Upload> {
  return { session: event.session, attempts: 0, retryAt: 0 };
}

export function ackedFacts(upload: Upload, event: EventOf<'acked'>): Partial<Upload> {
  if (event.chunks === 0) return {};
  const ackedChunks = upload.ackedChunks + event.chunks;
  const bytesAcked = upload.bytesAcked + event.bytes;
  const counts = {
    ackedChunks,
    bytesAcked,
    // What was sent had its hash, even if whoever hashed it was killed before saying so.
    hashedChunks: Math.max(upload.hashedChunks, ackedChunks),
    bytesHashed: Math.max(upload.bytesHashed, bytesAcked),
    attempts: 0,
    mismatches: 0,
    retryAt: 0,
  };
  if (!event.isExisting) return { ...counts, ...paceAfter(upload, event.bytes, event.at) };
  return { ...counts, bytesExisting: upload.bytesExisting + event.bytes };
}
