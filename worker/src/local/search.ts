// Finds nodes of the replica by name, without the network.

import type { Node } from '@satchel/shared/wire/nodes';
import { forgetNamesLater, type Names, namesAtHand } from './names-at-hand.ts';

export interface Found {
  readonly node: Node;
  /** The folder it lies in; null where the replica does not know that folder. */
  readonly parentName: string | null;
}

export interface Hits {
  readonly found: readonly Found[];
  /** False while something of what is here has not been read yet. */
  readonly areAllRead: boolean;
}

/** Changes come in groups. */
const SETTLE_MS = 100;

/** At most `limit` nodes whose name contains `text`: see `NameIndex`. */
export async function searchNodes(text: string, limit: number): Promise<Hits> {
  const atHand = namesAtHand();
  await atHand.untilFound(text);
  forgetNamesLater();
  return findIn(atHand, text, limit);
}

/** As `searchNodes`, again after every change; at once, with the frame that shows the letter, where the
 *  names are at hand. Returns how to stop. */
export function watchSearch(text: string, limit: number, onHits: (hits: Hits) => void): () => void {
  const atHand = namesAtHand();
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const search = async () => {
    const hits = await searchNodes(text, limit);
    if (!isStopped) onHits(hits);
  };
  const searchSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => search().catch(console.error), SETTLE_MS);
  };
  atHand.listeners.add(searchSoon);
  const hits = findIn(atHand, text, limit);
  if (hits.found.length > 0 || hits.areAllRead) onHits(hits);
  else search().catch(console.error);
  return () => {
    isStopped = true;
    clearTimeout(timer);
    atHand.listeners.delete(searchSoon);
    forgetNamesLater();
  };
}

function findIn(names: Names, text: string, limit: number): Hits {
  const found = names.find(text, limit).map((named) => {
    const parentName = names.get(named.parentId ?? '')?.name ?? null;
    return { node: named.whole(), parentName };
  });
  return { found, areAllRead: names.areAllRead };
}
