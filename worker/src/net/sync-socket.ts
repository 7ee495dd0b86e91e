// The only WebSocket. It says what the server says, and nothing more once it is closed.

import { type FeedMessage, feedMessageSchema } from '@satchel/shared/wire/sync';
import * as v from 'valibot';

export interface SocketEars {
  onOpen(): void;
  onMessage(message: FeedMessage): void;
  /** Once. Without a word from the server it is 1006, whatever the reason. */
  onClose(code: number): void;
}

export interface SyncSocket {
  /** Nothing is heard of it after that. */
  close(): void;
}

/** No answer to the wish to open one for so long: a proxy swallows it. */
const OPENED_WITHIN_MS = 15_000;
const ABNORMAL = 1006;
const GOING_AWAY = 1000;

export function openSyncSocket(cursor: string, ears: SocketEars): SyncSocket {
  const socket = new WebSocket(addressOf(cursor));
  const deaf = new AbortController();
  const { signal } = deaf;
  const end = (code: number) => {
    if (signal.aborted) return;
    hush();
    ears.onClose(code);
  };
  const timer = setTimeout(() => end(ABNORMAL), OPENED_WITHIN_MS);
  const hush = () => {
    clearTimeout(timer);
    deaf.abort();
    socket.close(GOING_AWAY);
  };
  socket.addEventListener(
    'open',
    () => {
      clearTimeout(timer);
      ears.onOpen();
    },
    { signal },
  );
  socket.addEventListener('close', ({ code }) => end(code), { signal });
  socket.addEventListener('message', ({ data }) => hear(data, ears, end), { signal });
  return { close: hush };
}

function addressOf(cursor: string): string {
  const url = new URL('/api/v1/sync/ws', self.location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  url.searchParams.set('cursor', cursor);
  return url.href;
}

function hear(data: unknown, ears: SocketEars, end: (code: number) => void): void {
  const message = v.safeParse(feedMessageSchema, parsed(data));
  if (message.success) ears.onMessage(message.output);
  else end(ABNORMAL);
}

function parsed(data: unknown): unknown {
  try {
    return typeof data === 'string' ? JSON.parse(data) : null;
  } catch {
    return null;
  }
}
