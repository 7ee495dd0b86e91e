import { isReachable, useConnectionStore } from '../../lib/connection-store.ts';

/** Why the server, which alone can do it, cannot be asked now: "Changing your name needs the network". */
export function useWhyNotNow(deed: string): string | undefined {
  const canAsk = useConnectionStore(({ connection }) => isReachable(connection));
  return canAsk ? undefined : `${deed} needs the network`;
}
