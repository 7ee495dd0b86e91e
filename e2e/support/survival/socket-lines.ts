import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';

/** The sockets that stand open between browsers and the server. */
export class SocketLines {
  readonly #open = new Set<Duplex>();

  /** Passes on a request for a socket, and from then on every byte. */
  pass(target: URL, req: IncomingMessage, near: Duplex, head: Buffer): void {
    const far = connect(Number(target.port), target.hostname);
    far.write(requestText(req));
    far.write(head);
    near.pipe(far).pipe(near);
    for (const end of [near, far]) {
      this.#open.add(end);
      end.once('close', () => {
        this.#open.delete(end);
        near.destroy();
        far.destroy();
      });
      end.once('error', () => end.destroy());
    }
  }

  /** Cuts all of them, without a word to either end. Gives how many there were. */
  cut(): number {
    const count = this.#open.size / 2;
    for (const end of [...this.#open]) end.destroy();
    return count;
  }
}

function requestText({ method, url, rawHeaders }: IncomingMessage): string {
  const lines = [`${method} ${url} HTTP/1.1`];
  for (let i = 0; i < rawHeaders.length; i += 2)
    lines.push(`${rawHeaders[i]}: ${rawHeaders[i + 1]}`);
  return `${lines.join('\r\n')}\r\n\r\n`;
}
