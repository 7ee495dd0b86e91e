// Deeds that the replica shows before the server has answered. What a row was before is kept beside
// it, so that a refusal, or the end of the tab that sends, brings exactly that back.

import type { Node } from '@satchel/shared/wire/nodes';
import { db } from './database.ts';
import { removeNodes } from './node-writes.ts';
import { findUnheld } from './presence.ts';
import type { NodeRow, PendingDeedRow } from './rows.ts';

export type Deed =
  | { readonly is: 'trash' | 'restore' | 'purge' }
  | { readonly is: 'move'; readonly folderId: string };

/** What came of one node: the node as the server answered it, or null where it says only that it is
 *  done; refused, it is as it was; gone, it is not there at all. */
export type Settled =
  | { readonly id: string; readonly is: 'done'; readonly node: Node | null }
  | { readonly id: string; readonly is: 'refused' | 'gone' };

// No listing is on its way for longer.
const LISTING_MS = 5 * 60_000;

/** Shows a deed of the tab `by` on all its nodes at once. */
export async function beginDeed(
  by: string,
  ids: readonly string[],
  deed: Deed,
  now = Date.now(),
): Promise<void> {
  await db.transaction('rw', db.nodes, db.pendingDeeds, async () => {
    await db.pendingDeeds
      .where('doneAt')
      .below(now - LISTING_MS)
      .delete();
    const rows = (await db.nodes.bulkGet([...ids])).filter((row) => row !== undefined);
    const earlier = await db.pendingDeeds.bulkGet(rows.map((row) => row.id));
    await db.pendingDeeds.bulkPut(
      rows.map((row, i) => ({ id: row.id, by, before: earlier[i]?.before ?? row })),
    );
    if (deed.is === 'purge') await db.nodes.bulkDelete(rows.map((row) => row.id));
    else await db.nodes.bulkPut(rows.map((row) => shown(row, deed, now)));
  });
}

function shown(row: NodeRow, deed: Exclude<Deed, { is: 'purge' }>, now: number): NodeRow {
  if (deed.is === 'move') return { ...row, parentId: deed.folderId };
  if (deed.is === 'restore') return { ...row, isTrashRoot: 0, trashedAt: null };
  return { ...row, isTrashRoot: 1, trashedAt: new Date(now).toISOString() };
}

/** Ends the deed for those nodes that an answer has come for. */
export async function settleDeed(
  deed: Deed,
  settled: readonly Settled[],
  now = Date.now(),
): Promise<void> {
  await db.transaction('rw', db.nodes, db.pendingDeeds, async () => {
    const idsOf = (is: Settled['is']) => settled.filter((s) => s.is === is).map(({ id }) => id);
    const pending = await takeBack(idsOf('refused'));
    await db.pendingDeeds.bulkDelete(settled.map(({ id }) => id));
    await removeNodes([...idsOf('gone'), ...(deed.is === 'purge' ? idsOf('done') : [])]);
    await db.nodes.bulkPut(pending);
    if (deed.is === 'purge') await rememberPurged(idsOf('done'), now);
    else await keepDone(settled, now);
  });
}

/** The rows as they were before their deed. */
async function takeBack(ids: readonly string[]): Promise<NodeRow[]> {
  const deeds = await db.pendingDeeds.bulkGet([...ids]);
  return deeds.flatMap((deed) => (deed?.before ? [deed.before] : []));
}

// A row that is written now is not overruled by a listing that was asked for before the answer.
async function keepDone(settled: readonly Settled[], now: number): Promise<void> {
  const done = settled.filter((s) => s.is === 'done');
  const rows = await db.nodes.bulkGet(done.map(({ id }) => id));
  await db.nodes.bulkPut(
    done.flatMap(({ node }, i): NodeRow[] => {
      const row = rows[i];
      if (node !== null) return [{ ...node, isTrashRoot: 0, appliedAt: now }];
      return row === undefined ? [] : [{ ...row, appliedAt: now }];
    }),
  );
}

async function rememberPurged(ids: readonly string[], now: number): Promise<void> {
  await db.pendingDeeds.bulkPut(ids.map((id) => ({ id, before: null, doneAt: now })));
}

/** Takes back what tabs showed that are gone: nobody is left to hear the answers. */
export async function releaseDeeds(): Promise<void> {
  const tabs = await db.pendingDeeds.orderBy('by').uniqueKeys();
  const gone = await findUnheld(tabs.map(String));
  if (gone.length === 0) return;
  await db.transaction('rw', db.nodes, db.pendingDeeds, async () => {
    const left: PendingDeedRow[] = await db.pendingDeeds.where('by').anyOf(gone).toArray();
    await db.pendingDeeds.bulkDelete(left.map(({ id }) => id));
    await db.nodes.bulkPut(left.flatMap(({ before }) => (before === null ? [] : [before])));
  });
}
