import type { IncomingMessage } from 'node:http';

// A chunk that is too large by far still fits, so its sender reads the refusal instead of a reset.
const MAX_DRAINED_BYTES = 64 * 1024 * 1024;

/** Reads and forgets what is left of a body that nobody wanted, so that the answer arrives and the
 *  connection can be used again. Who goes on sending loses the connection. */
export function drainBody(request: IncomingMessage): void {
  if (request.complete || request.destroyed) return;
  let drained = 0;
  request.on('data', (part: Buffer) => {
    drained += part.length;
    if (drained > MAX_DRAINED_BYTES) request.destroy();
  });
  request.on('error', () => request.destroy());
  request.resume();
}
