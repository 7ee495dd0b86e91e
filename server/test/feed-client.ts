import { once } from 'node:events';
import type { FeedMessage } from '@satchel/shared/wire/sync';
import { expect } from 'vitest';
import { WebSocket } from 'ws';
import { Replica } from './replica.ts';
import type { HeaderFields, WireClient } from './wire-client.ts';

/** A device that listens to the feed over a socket, and keeps what it has heard over reconnections. */
export class FeedClient {
  readonly replica: Replica;
  /** All that came, over all its sockets. */
  readonly messages: FeedMessage[] = [];
  isCurrent = false;
  #socket: WebSocket | undefined;

  constructor(
    private readonly who: WireClient,
    replica: Replica = new Replica(),
  ) {
    this.replica = replica;
  }

  /** Connects from its own cursor; resolves once the socket is open. */
  async connect(headers: HeaderFields = {}): Promise<WebSocket> {
    const socket = openSocket(this.who, this.replica.cursor, headers);
    this.#socket = socket;
    this.isCurrent = false;
    socket.on('message', (data) => this.#hear(socket, JSON.parse(String(data))));
    await once(socket, 'open');
    return socket;
  }

  /** As when the network goes: nobody says goodbye. */
  cut(): void {
    this.#socket?.terminate();
    this.#socket = undefined;
  }

  /** Resolves when it has heard all that there was. */
  async untilCurrent(): Promise<void> {
    await expect.poll(() => this.isCurrent, WITHIN).toBe(true);
  }

  async untilSeen(nodeId: string): Promise<void> {
    await expect.poll(() => this.replica.nodes.has(nodeId), WITHIN).toBe(true);
  }

  #hear(socket: WebSocket, message: FeedMessage): void {
    if (socket !== this.#socket) return;
    this.messages.push(message);
    if (message.type === 'reset') this.replica.clear();
    else this.replica.apply(message);
    this.isCurrent = message.type === 'changes' && !message.hasMore;
  }
}

const WITHIN = { timeout: 30_000, interval: 5 };

/** A bare socket to the feed, as somebody. */
export function openSocket(
  { origin, cookies }: WireClient,
  cursor?: string,
  headers: HeaderFields = {},
): WebSocket {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const query = cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`;
  const url = `${origin.replace('http', 'ws')}/api/v1/sync/ws${query}`;
  return new WebSocket(url, { headers: { ...(cookie !== '' && { cookie }), ...headers } });
}

/** With which code the server closes, and what it said before. */
export async function untilClosed(socket: WebSocket): Promise<{ code: number; heard: number }> {
  let heard = 0;
  socket.on('message', () => {
    heard += 1;
  });
  const [code] = await once(socket, 'close');
  return { code, heard };
}
