import type { Readable } from 'node:stream';
import { Refusal } from '../../lib/refuse.ts';

const LOOK_EVERY_MS = 5_000;

/** The client hung up before it had sent all it announced. Nobody is left to answer. */
export class BodyCutOff extends Error {
  override readonly name = 'BodyCutOff';
  /** Node's own for a stream that ended early, so it is logged like any other hang-up. */
  readonly code = 'ERR_STREAM_PREMATURE_CLOSE';
}

/** Reads the whole body into the beginning of `buffer` and gives that part. Rejects with
 *  `BodyCutOff` when it ends before `sizeBytes`, or brings more, and refuses `request-timeout` when
 *  `isTooSlow`, asked now and then with the bytes that have come, says so. */
export function readBody(
  stream: Readable,
  buffer: Buffer,
  sizeBytes: number,
  isTooSlow: (receivedBytes: number) => boolean = () => false,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let filled = 0;
    // Listening to `data` costs less for each piece than iterating does, and the copy into a buffer
    // that is already there less than collecting the pieces and joining them.
    const take = (piece: Buffer) => {
      if (filled + piece.length <= sizeBytes) piece.copy(buffer, filled);
      filled += piece.length;
    };
    const leave = () => {
      clearInterval(looking);
      stream.off('data', take).off('end', finish).off('close', finish).off('error', finish);
    };
    const finish = () => {
      leave();
      if (filled === sizeBytes && stream.readableEnded) resolve(buffer.subarray(0, sizeBytes));
      else reject(new BodyCutOff(`${filled} of ${sizeBytes} bytes came`));
    };
    const looking = setInterval(() => {
      if (!isTooSlow(filled)) return;
      leave();
      reject(new Refusal('request-timeout', { retryAfterSeconds: 5 }));
    }, LOOK_EVERY_MS);
    stream.on('data', take).on('end', finish).on('close', finish).on('error', finish);
    if (stream.destroyed) finish();
  });
}
