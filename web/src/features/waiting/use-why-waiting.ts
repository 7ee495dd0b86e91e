import { useConnectionStore } from '../../lib/connection-store.ts';
import { useWayToServer } from '../../lib/use-way-to-server.ts';

/** Why nothing is sent just now, or that it is. */
export function useWhyWaiting(): string {
  const isOffline = useConnectionStore(({ connection }) => connection === 'offline');
  const { closedUntilMs } = useWayToServer();
  if (isOffline) return 'Waiting for the network';
  return closedUntilMs > 0 ? 'Waiting for the server' : 'Being sent';
}
