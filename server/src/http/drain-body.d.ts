import type { IncomingMessage } from 'node:http';
/** Reads and forgets what is left of a body that nobody wanted, so that the answer arrives and the
 *  connection can be used again. Who goes on sending loses the connection. */
export declare function drainBody(request: IncomingMessage): void;
