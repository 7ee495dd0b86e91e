// A server that tells of changes as the real one does: it has each node as it is last, and forgets what is
// gone.

import type { Change, ChangesPage, FeedMessage } from '@satchel/shared/wire/sync';
import { ApiError } from '../src/net/api-error.ts';
import type { SocketEars } from '../src/net/sync-socket.ts';
import { aNode } from './nodes.ts';

const PAGE = 2;

const expired = () =>
  new ApiError({
    status: 410,
    code: 'cursor-expired',
    reaction: 'refetch',
    retryAfterMs: null,
    detail: null,
    fields: [],
  });

/** How far it is in the numbers; and what was there before `since` and went is not named to it. */
export function readCursor(cursor: string): { readonly at: number; readonly since: number } {
  const [at, since = at] = cursor.split(' since ').map(Number);
  return { at: at ?? 0, since: since ?? 0 };
}

/** One row for each node, as the server has it: where it changes again, its number rises. */
export class PruningServer {
  head = 0;
  readonly #rows = new Map<string, Change>();
  readonly #latest = new Map<string, Change>();
  readonly #sockets = new Set<{ at: number; readonly ears: SocketEars }>();
  #prunedTo = 0;

  /** What has to be here for whoever has heard everything up to this cursor, by node; 0 where it is gone.
   *  What changed again later may be here as it was or as it is. */
  settledBy(cursor: number): Map<string, number> {
    const settled = [...this.#latest].filter(([, { seq }]) => seq <= cursor);
    return new Map(settled.map(([id, row]) => [id, 'node' in row ? row.seq : 0]));
  }

  put(id: string): void {
    const seq = this.head + 1;
    this.#write(id, { space: 'space', seq, node: aNode({ id, name: `${id} at ${seq}`, seq }) });
  }

  remove(id: string): void {
    if (this.#rows.has(id)) this.#write(id, { space: 'space', seq: this.head + 1, gone: id });
  }

  /** Forgets what is gone: whoever has not heard of it begins anew. */
  prune(): void {
    for (const [id, row] of this.#rows) if ('gone' in row) this.#rows.delete(id);
    this.#prunedTo = this.head;
  }

  page(cursor: string | null): ChangesPage {
    const { at, since } = cursor === null ? { at: 0, since: this.head } : readCursor(cursor);
    if (since < this.#prunedTo) throw expired();
    const rest = this.#after(at);
    const changes = rest.slice(0, PAGE);
    const hasMore = rest.length > PAGE;
    const to = changes.at(-1)?.seq ?? at;
    return { changes, cursor: hasMore ? `${to} since ${since}` : `${this.head}`, hasMore };
  }

  open(cursor: string, ears: SocketEars) {
    const socket = { at: Number(cursor), ears };
    this.#sockets.add(socket);
    setImmediate(() => {
      if (!this.#sockets.has(socket)) return;
      ears.onOpen();
      this.#push();
    });
    return { close: () => void this.#sockets.delete(socket) };
  }

  #write(id: string, row: Change): void {
    this.head = row.seq;
    this.#rows.set(id, row);
    this.#latest.set(id, row);
    this.#push();
  }

  #push(): void {
    for (const socket of this.#sockets) {
      const message = this.#messageFor(socket.at);
      socket.at = this.head;
      if (message !== null) socket.ears.onMessage(message);
    }
  }

  #messageFor(at: number): FeedMessage | null {
    if (at === this.head) return null;
    if (at < this.#prunedTo) return { type: 'reset' };
    return { type: 'changes', changes: this.#after(at), cursor: `${this.head}`, hasMore: false };
  }

  #after(at: number): Change[] {
    return [...this.#rows.values()].filter(({ seq }) => seq > at).sort((a, b) => a.seq - b.seq);
  }
}
