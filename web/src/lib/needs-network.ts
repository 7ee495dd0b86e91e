import { useConnectionStore } from './connection-store.ts';

/** Files are kept and go on later; a folder is not, so that is said before anything is typed. */
export const FOLDER_NEEDS_NETWORK = 'New folders need the network for now.';

/** Why a folder cannot be made now; undefined where it can. */
export function useFolderReason(): string | undefined {
  const isOffline = useConnectionStore(({ connection }) => connection === 'offline');
  return isOffline ? FOLDER_NEEDS_NETWORK : undefined;
}
