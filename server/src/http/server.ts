import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { answerClientError } from './client-error.ts';
import { answerAsRequest } from './not-upgraded.ts';

export interface Address {
  readonly host: string;
  readonly port: number;
}

/** Takes a connection over that asked for a WebSocket. */
export type Upgrade = (request: IncomingMessage, connection: Duplex, head: Buffer) => void;

/** A server that accepts connections. */
export interface RunningServer extends Address {
  /** Takes no more connections, lets what is under way end for so long, then cuts it off. */
  stop(graceMs?: number): Promise<void>;
}

const OPTIONS = {
  // We refuse it ourselves, as a problem document.
  requireHostHeader: false,
  // A client that sends its headers byte by byte holds a connection no longer than this.
  headersTimeout: 20_000,
  // A 4 MiB chunk at 64 kbit/s takes about nine minutes.
  requestTimeout: 600_000,
  // Longer than the proxies' usual 60 s, so it is they who close an idle connection.
  keepAliveTimeout: 75_000,
};
// Neither side has sent a byte for so long.
const SILENCE_TIMEOUT_MS = 120_000;
const GRACE_MS = 10_000;

/** Listens on `address` (port 0: any free one). Rejects with the system's error, `EADDRINUSE` say.
 *  Without `upgrade`, who asks for a WebSocket is answered as anybody. */
export async function startServer(
  listener: RequestListener,
  address: Address,
  upgrade?: Upgrade,
): Promise<RunningServer> {
  const server = createServer(OPTIONS, listener);
  server.setTimeout(SILENCE_TIMEOUT_MS);
  server.on('clientError', answerClientError);
  // An `Expect` that nobody knows may be ignored (RFC 9110, 10.1.1); Node would answer it by itself.
  server.on('checkExpectation', listener);
  if (upgrade !== undefined) {
    server.on('upgrade', (request, connection, head) => {
      const isWebSocket = request.headers.upgrade?.toLowerCase() === 'websocket';
      if (isWebSocket) upgrade(request, connection, head);
      else answerAsRequest(server, request, connection, head);
    });
  }
  await listen(server, address);
  const bound = server.address();
  const port = bound !== null && typeof bound === 'object' ? bound.port : address.port;
  return { host: address.host, port, stop: (graceMs = GRACE_MS) => stop(server, graceMs) };
}

function listen(server: Server, { host, port }: Address): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function stop(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cutOff = setTimeout(() => server.closeAllConnections(), graceMs);
    // A connection turns idle when its answer is done, and nobody else would close it.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(cutOff);
      clearInterval(sweep);
      resolve();
    });
  });
}
