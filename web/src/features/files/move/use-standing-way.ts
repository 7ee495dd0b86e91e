import type { PathStep } from '@satchel/shared/wire/nodes';
import { findNode, findTrashed } from '@satchel/worker/local/nodes';
import { useLiveQuery } from 'dexie-react-hooks';

/** From the top to a folder, the folder itself last. */
export type Way = readonly PathStep[];

/** As far as the way still leads, where folders of it are deleted while it is looked at. The top always
 *  stands. */
export function useStandingWay(way: Way): Way {
  const known = useLiveQuery(async () => ({ of: way, standing: await standingOf(way) }), [way]);
  return known?.of === way ? known.standing : way;
}

async function standingOf(way: Way): Promise<Way> {
  for (let length = way.length; length > 1; length -= 1) {
    if (await isInSight(way[length - 1]?.id ?? '')) return way.slice(0, length);
  }
  return way.slice(0, 1);
}

async function isInSight(id: string): Promise<boolean> {
  return (await findNode(id)) !== undefined && (await findTrashed(id)) === null;
}
