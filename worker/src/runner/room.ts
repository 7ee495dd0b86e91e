// How chunks are sent where this browser is short of room.

import { unreadableChunk } from '../net/api-error.ts';
import type { ChunkToSend } from '../net/upload-api.ts';

/** A Blob keeps its room on the disk, though its row is gone, until the browser collects its garbage,
 *  and sending Blobs makes none. Sending buffers makes it collect, at two thirds of the speed (512 MiB
 *  in Chromium: 104 against 160 MiB/s). So once an upload has waited for room here, as long as this
 *  thread lives, chunks go as buffers. */
export class Room {
  #isShort = false;

  see({ waitsForRoom }: { readonly waitsForRoom: boolean }): void {
    this.#isShort ||= waitsForRoom;
  }

  /** The chunk as it is to be sent. What can't be read any more is judged like bytes that arrive
   *  wrong: tried again, and then asked for again. */
  async prepare(chunk: ChunkToSend): Promise<ChunkToSend> {
    const { bytes } = chunk;
    if (!this.#isShort || !(bytes instanceof Blob)) return chunk;
    try {
      return { ...chunk, bytes: await bytes.arrayBuffer() };
    } catch (cause) {
      throw unreadableChunk(cause);
    }
  }
}
