import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

// RFC 9110 section 7.8: an upgrade that is not known is ignored, and the request answered. Clients ask
// for h2c by themselves. Node hands every upgrade over once somebody listens for one, and its parser has
// let go of the connection by then: so the request is put back in front of it, without the wish.
export function answerAsRequest(
  server: Server,
  { method, url, httpVersion, rawHeaders }: IncomingMessage,
  connection: Duplex,
  head: Buffer,
): void {
  const lines = [`${method} ${url} HTTP/${httpVersion}`];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? '';
    const isWish = ['upgrade', 'connection', 'http2-settings'].includes(name.toLowerCase());
    if (!isWish) lines.push(`${name}: ${rawHeaders[at + 1]}`);
  }
  connection.unshift(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), head]));
  server.emit('connection', connection);
}
