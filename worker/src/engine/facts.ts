// What the counts of an upload say, whatever holds it up.

import type { ActiveState, Command, Upload } from './upload.ts';
import { ACTIVE_STATES } from './upload.ts';

/** The state an upload is in when nothing holds it up. */
export function activeState(upload: Upload): ActiveState {
  if (upload.stagedChunks < upload.totalChunks) return 'staging';
  if (upload.hashedChunks < upload.totalChunks) return 'hashing';
  if (upload.session === null) return 'queued';
  return upload.ackedChunks < upload.totalChunks ? 'uploading' : 'completing';
}

/** What can be done for it now. Sending overlaps staging: one hashed chunk is enough to begin. */
export function nextCommand(upload: Upload): Command {
  const { totalChunks, stagedChunks, hashedChunks, ackedChunks } = upload;
  const isAheadOfHashing = ackedChunks >= hashedChunks && hashedChunks < totalChunks;
  if (isAheadOfHashing) return stagedChunks > hashedChunks ? 'hash' : 'rest';
  if (upload.session === null) return 'open';
  return ackedChunks < totalChunks ? 'send' : 'complete';
}

export function isActive(upload: Upload): boolean {
  return (ACTIVE_STATES as readonly string[]).includes(upload.state);
}

/** Every byte is in the browser's own storage or on the server: the tab may be closed. */
export function isSafe(upload: Upload): boolean {
  return upload.state === 'done' || upload.stagedChunks === upload.totalChunks;
}
