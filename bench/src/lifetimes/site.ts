// Serves the page and the worker under test, and keeps when the worker was heard of.
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const FILES = new Map([
  ['/', { name: 'index.html', type: 'text/html' }],
  ['/worker.js', { name: 'worker.js', type: 'text/javascript' }],
]);
/** How long a piece of a background fetch is on its way. */
const PIECE_MS = 2000;

export class Site {
  readonly url: string;
  /** Epoch milliseconds of everything heard, by what it was. */
  readonly #heard = new Map<string, number[]>();
  readonly #close: () => void;

  private constructor(url: string, close: () => void) {
    this.url = url;
    this.#close = close;
  }

  static async start(): Promise<Site> {
    const server = createServer((request, response) => {
      const path = request.url ?? '/';
      request.resume().once('end', () => void site.#answer(path, response));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const site = new Site(`http://127.0.0.1:${port}/`, () => {
      server.close();
      server.closeAllConnections();
    });
    return site;
  }

  /** When something was heard: `beat`, `attempt` or `piece`. */
  heard(what: string): readonly number[] {
    return this.#heard.get(what) ?? [];
  }

  /** Resolves when it was heard so many times. */
  async untilHeard(what: string, times = 1): Promise<void> {
    while (this.heard(what).length < times) await pause(200);
  }

  /** Resolves when it was not heard for so long, or `mostMs` after the call. */
  async untilSilent(what: string, silenceMs: number, mostMs: number): Promise<void> {
    const until = Date.now() + mostMs;
    while (Date.now() < until) {
      if (Date.now() - (this.heard(what).at(-1) ?? 0) > silenceMs) return;
      await pause(500);
    }
  }

  stop(): void {
    this.#close();
  }

  async #answer(path: string, response: ServerResponse): Promise<void> {
    const file = FILES.get(path);
    if (file) {
      const body = await readFile(join(import.meta.dirname, 'site', file.name));
      response.setHeader('content-type', file.type).end(body);
      return;
    }
    const what = path.startsWith('/piece/') ? 'piece' : path.slice('/tell/'.length);
    if (what === 'piece') await pause(PIECE_MS);
    this.#heard.set(what, [...this.heard(what), Date.now()]);
    response.end();
  }
}

export async function pause(ms: number): Promise<void> {
  await new Promise((later) => setTimeout(later, ms));
}
