// Opens the session of an upload on the server.

import type { UploadRow } from '../local/rows.ts';
import type { InitUploadBody } from '../net/upload-api.ts';
import { type DoDeed, isStillTheirs, rest, settleError } from './lane.ts';

/** The key stays the same until a session is given up, so an answer that was lost comes again. */
export const openUpload: DoDeed = async (drain, hand) => {
  if (!(await isStillTheirs(drain))) return rest();
  const { upload, stop } = hand;
  try {
    const key = `open-${upload.id}-${upload.generation}`;
    const answer = await drain.ports.uploads.init(bodyOf(upload), key, stop.signal);
    await drain.gate.prove();
    const commands = drain.recorder.note(hand, { type: 'opened', session: answer.uploadId });
    // Whoever opened it may have sent chunks before it was killed with nothing written down.
    return answer.isReplayed ? ['resync'] : commands;
  } catch (error) {
    return settleError(drain, hand, 'open', error);
  }
};

function bodyOf(upload: UploadRow): InitUploadBody {
  const { base } = upload;
  return {
    filename: upload.filename,
    size: upload.sizeBytes,
    folderId: upload.folderId,
    mimeType: upload.mimeType,
    lastModified: upload.lastModified,
    onConflict: upload.onConflict,
    ...(base === null ? {} : { fileId: base.fileId, baseVersion: base.version }),
    ...(base === null && upload.hasOwnId ? { id: upload.id } : {}),
  };
}
