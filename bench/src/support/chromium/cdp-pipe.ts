// The DevTools protocol over the pipe of a browser: JSON messages that end with a NUL.
import type { Readable, Writable } from 'node:stream';

interface Waiting {
  readonly resolve: (result: Record<string, unknown>) => void;
  readonly reject: (error: Error) => void;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
}

export class CdpPipe {
  readonly #to: Writable;
  readonly #waiting = new Map<number, Waiting>();
  readonly #awaited = new Map<string, () => void>();
  #unread: Buffer[] = [];
  #lastId = 0;

  constructor(to: Writable, from: Readable) {
    this.#to = to;
    to.on('error', () => this.#end());
    from.on('data', (bytes: Buffer) => this.#read(bytes));
    from.on('close', () => this.#end());
  }

  /** Rejects when the browser refuses, or ends before it answers. */
  send(method: string, params: object = {}, sessionId?: string): Promise<Record<string, unknown>> {
    const id = ++this.#lastId;
    this.#to.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  /** Resolves when the event next comes in that session. */
  next(event: string, sessionId: string): Promise<void> {
    return new Promise((resolve) => this.#awaited.set(`${event} ${sessionId}`, resolve));
  }

  #read(bytes: Buffer): void {
    let start = 0;
    for (let end = bytes.indexOf(0); end >= 0; end = bytes.indexOf(0, start)) {
      const text = Buffer.concat([...this.#unread, bytes.subarray(start, end)]).toString();
      this.#unread = [];
      start = end + 1;
      this.#take(JSON.parse(text) as Message);
    }
    if (start < bytes.length) this.#unread.push(bytes.subarray(start));
  }

  #take(message: Message): void {
    if (message.id === undefined) {
      this.#awaited.get(`${message.method} ${message.sessionId}`)?.();
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.error) waiting?.reject(new Error(message.error.message));
    else waiting?.resolve(message.result ?? {});
  }

  #end(): void {
    for (const { reject } of this.#waiting.values()) reject(new Error('the browser has ended'));
    this.#waiting.clear();
  }
}
