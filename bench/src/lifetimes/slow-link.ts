// A link to a server that takes only so many bytes a second.

import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

export class SlowLink {
  readonly url: string;
  bytesSent = 0;
  /** When bytes last went towards the server, in epoch milliseconds. */
  lastSentAt = 0;
  readonly #close: () => void;
  readonly #bytesPerMs: number;
  #freeAt = 0;

  private constructor(url: string, bytesPerSecond: number, close: () => void) {
    this.url = url;
    this.#bytesPerMs = bytesPerSecond / 1000;
    this.#close = close;
  }

  static async to(target: string, bytesPerSecond: number): Promise<SlowLink> {
    const open = new Set<Socket>();
    const server = createServer((client) => {
      open.add(client.once('close', () => open.delete(client)));
      link.#carry(client, target);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const link = new SlowLink(`http://127.0.0.1:${port}`, bytesPerSecond, () => {
      server.close();
      for (const client of open) client.destroy();
    });
    return link;
  }

  stop(): void {
    this.#close();
  }

  #carry(client: Socket, target: string): void {
    const { hostname, port } = new URL(target);
    const server = connect(Number(port), hostname);
    server.pipe(client);
    client.on('data', (bytes: Buffer) => {
      this.bytesSent += bytes.length;
      this.lastSentAt = Date.now();
      server.write(bytes);
      this.#freeAt = Math.max(this.#freeAt, Date.now()) + bytes.length / this.#bytesPerMs;
      client.pause();
      setTimeout(() => client.resume(), this.#freeAt - Date.now());
    });
    client.on('close', () => server.destroy()).on('error', () => server.destroy());
    server.on('close', () => client.destroy()).on('error', () => client.destroy());
  }
}
