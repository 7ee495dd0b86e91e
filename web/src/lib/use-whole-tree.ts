import { isTreeComplete } from '@satchel/worker/local/feed-position';
import { useLiveQuery } from 'dexie-react-hooks';

/** Whether all of the person's tree is on this device, so that no folder has to be asked for; undefined
 *  until that is known. */
export function useWholeTree(): boolean | undefined {
  return useLiveQuery(isTreeComplete);
}
