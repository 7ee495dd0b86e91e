import { countUploads, type StateName } from '@satchel/worker/local/uploads';
import { useLiveQuery } from 'dexie-react-hooks';
import { useUser } from '../../lib/use-account.ts';

const UNFINISHED: readonly StateName[] = [
  'staging',
  'hashing',
  'queued',
  'uploading',
  'completing',
  'paused',
  'blocked',
  'failed',
  'needs-source',
];

/** How many uploads of this person are not done. */
export function useOpenTransfers(): number {
  const { id } = useUser();
  return useLiveQuery(() => countUploads(id, UNFINISHED), [id], 0);
}
