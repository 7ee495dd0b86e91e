import type { Connection } from '../../lib/connection-store.ts';
import { formatCount } from '../../lib/format-bytes.ts';

export type PillState = Connection | 'syncing';

const WORDS: Record<Exclude<Connection, 'connected'>, string> = {
  connecting: 'Connecting…',
  offline: 'Offline, changes are kept',
  reconnecting: 'Reconnecting…',
  maintenance: 'The server is being looked after…',
};

/** What the pill says. `count` is how many changes are on their way, in either direction. */
export function pillOf(
  connection: Connection,
  count: number,
): { readonly state: PillState; readonly words: string } {
  if (connection !== 'connected') return { state: connection, words: WORDS[connection] };
  if (count === 0) return { state: 'connected', words: 'Connected' };
  return { state: 'syncing', words: `Syncing ${formatCount(count)}` };
}
