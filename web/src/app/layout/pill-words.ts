import type { Connection } from '../../lib/connection-store.ts';
import { formatCount } from '../../lib/format-bytes.ts';

export type PillState = Connection | 'syncing';

const WORDS: Record<Exclude<Connection, 'connected'>, string> = {
  connecting: 'Connecting…',
  offline: 'Offline, changes are kept',
  reconnecting: 'Reconnecting…',
  maintenance: 'The server is being looked after…',
};

export interface OnTheWay {
  /** Changes that have come so far of a long catch-up; how many are to come, nobody knows. */
  readonly arriving: number;
  /** Changes made here that are still to be sent. */
  readonly unsent: number;
}

/** What the pill says. A bare number is what is left, so what has come already is said to be that. */
export function pillOf(
  connection: Connection,
  onTheWay: OnTheWay,
): { readonly state: PillState; readonly words: string } {
  if (connection !== 'connected') return { state: connection, words: WORDS[connection] };
  const words = syncingWords(onTheWay);
  return words === null ? { state: 'connected', words: 'Connected' } : { state: 'syncing', words };
}

function syncingWords({ arriving, unsent }: OnTheWay): string | null {
  const left = formatCount(unsent);
  if (arriving === 0) return unsent === 0 ? null : `Syncing ${left}`;
  const soFar = `Syncing… ${formatCount(arriving)} so far`;
  return unsent === 0 ? soFar : `${soFar}, ${left} to send`;
}
