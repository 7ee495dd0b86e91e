import type { Connection } from '../../lib/connection-store.ts';

/** Why nothing is sent just now, or that it is. A server may have asked for a pause of its own. */
export function whyWaiting(connection: Connection, isClosed: boolean): string {
  if (connection === 'offline') return 'Waiting for the network';
  const isAway = connection === 'reconnecting' || connection === 'maintenance';
  return isAway || isClosed ? 'Waiting for the server' : 'Being sent';
}
