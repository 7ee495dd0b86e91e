// Finds nodes of the replica by name, without the network.

import { caseFold } from '@satchel/shared/case-fold';
import type { Node } from '@satchel/shared/wire/nodes';
import { db } from './database.ts';

export interface Found {
  readonly node: Node;
  /** The folder it lies in; null where the replica does not know that folder. */
  readonly parentName: string | null;
}

/** At most `limit` nodes whose name contains `text`, whatever the case; names that begin with it come
 *  first, then the shorter ones. Nothing that was trashed itself, and no root folder. */
export async function searchNodes(text: string, limit: number): Promise<Found[]> {
  const wanted = caseFold(text);
  if (wanted === '') return [];
  const matches: { readonly node: Node; readonly rank: number }[] = [];
  await db.nodes.each((node) => {
    if (node.trashedAt !== null || node.parentId === null) return;
    const at = caseFold(node.name).indexOf(wanted);
    if (at !== -1) matches.push({ node, rank: (at === 0 ? 0 : 1000) + node.name.length });
  });
  const best = matches.sort((a, b) => a.rank - b.rank).slice(0, limit);
  const parents = await db.nodes.bulkGet(best.map(({ node }) => node.parentId ?? ''));
  return best.map(({ node }, i) => ({ node, parentName: parents[i]?.name ?? null }));
}
