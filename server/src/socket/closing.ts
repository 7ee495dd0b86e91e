import { FEED_CLOSE_CODES } from '@satchel/shared/wire/sync';
import type websockify from 'koa-websocket';

/** A WebSocket of the only library that makes them here. */
export type Socket = websockify.MiddlewareContext<unknown>['websocket'];

/** Ours, and those of RFC 6455 that we use. */
export const CLOSE_CODES = {
  ...FEED_CLOSE_CODES,
  goingAway: 1001,
  tryAgainLater: 1013,
} as const;

/** Why a socket is closed, as its peer learns it. */
export interface Farewell {
  readonly code: number;
  readonly reason: string;
}

const GRACE_MS = 5_000;

/** Closes a socket and waits for its peer's goodbye, but not for long. */
export function dismiss(socket: Socket, { code, reason }: Farewell): void {
  socket.close(code, reason);
  const cutOff = setTimeout(() => socket.terminate(), GRACE_MS);
  cutOff.unref();
  socket.once('close', () => clearTimeout(cutOff));
}
