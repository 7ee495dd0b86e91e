// Writes rows that are most likely new here, without looking each of them up before.

import { Dexie } from 'dexie';
import { db } from './database.ts';
import { findPending } from './node-writes.ts';
import type { NodeRow } from './rows.ts';

/** Within a transaction. Gives the ids of those that were left out: they are here already. */
export async function addNodes(rows: readonly NodeRow[]): Promise<ReadonlySet<string>> {
  const pending = await findPending(rows.map(({ id }) => id));
  const fresh = rows.filter(({ id }) => !pending.has(id));
  try {
    await db.nodes.bulkAdd(fresh);
    return pending;
  } catch (error) {
    if (!(error instanceof Dexie.BulkError)) throw error;
    const places = Object.keys(error.failuresByPos).map(Number);
    return new Set([...pending, ...places.flatMap((place) => fresh[place]?.id ?? [])]);
  }
}
