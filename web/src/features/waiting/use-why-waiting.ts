import { useConnectionStore } from '../../lib/connection-store.ts';
import { useWayToServer } from '../../lib/use-way-to-server.ts';
import { whyWaiting } from './why-waiting.ts';

export function useWhyWaiting(): string {
  const connection = useConnectionStore((state) => state.connection);
  const { closedUntilMs } = useWayToServer();
  return whyWaiting(connection, closedUntilMs > 0);
}
