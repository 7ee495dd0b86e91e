import { countUnfinished } from '@satchel/worker/local/uploads';
import { useLiveQuery } from 'dexie-react-hooks';
import { useUser } from '../../lib/use-account.ts';

/** How many uploads of this person are not done. */
export function useOpenTransfers(): number {
  const { id } = useUser();
  return useLiveQuery(() => countUnfinished(id), [id], 0);
}
