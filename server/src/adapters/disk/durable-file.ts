import { type FileHandle, open } from 'node:fs/promises';
import { beginStage, timed } from '../../lib/stages.ts';

/** Writes a new file and returns once its bytes are on the disk, and `alongside` has ended, which
 *  begins when the bytes are written. The file must not exist yet. */
export async function writeDurably(
  path: string,
  bytes: Uint8Array,
  alongside: () => Promise<void> = async () => {},
): Promise<void> {
  const isWritten = beginStage('write');
  const handle = await open(path, 'wx', 0o600);
  try {
    await writeAll(handle, bytes);
    isWritten();
    await Promise.all([timed('file sync', handle.datasync()), alongside()]);
  } catch (cause) {
    await handle.close().catch(() => {});
    throw cause;
  }
  // Nothing can be lost any more, so nobody waits for one more hop to a thread.
  handle.close().catch(() => {});
}

// A disk that fills up in the middle takes a part and reports it as a short write; the next write
// then says ENOSPC.
async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  let written = 0;
  while (written < bytes.byteLength) {
    const { bytesWritten } = await handle.write(bytes, written);
    written += bytesWritten;
  }
}
