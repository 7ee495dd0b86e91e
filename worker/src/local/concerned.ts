// Finds what is queued and has to do with what is about to be, and reads no more of the queue than that.

import { placeOf } from '../engine/mutations/mutation.ts';
import { db } from './database.ts';
import { inOrder } from './read-outbox.ts';
import type { OutboxRow } from './rows.ts';
import type { Doer, Wanted } from './wanted.ts';
import type { Ways } from './ways.ts';

/** In the order of the queue: all that was done to these nodes and to the folders above them, what is
 *  beneath those that may go, what leaves a name that may be taken, and what waits for any of the first. */
export async function readConcerned(
  { userId, rootFolderId }: Doer,
  wanted: readonly Wanted[],
  ways: Ways,
): Promise<OutboxRow[]> {
  const ids = new Set(wanted.map(({ nodeId }) => nodeId));
  const groups = await Promise.all([
    db.outbox.where('nodeId').anyOf(ways.ids()).toArray(),
    db.outbox.where('ways').anyOf(goingFolders(wanted, ways)).toArray(),
    db.outbox
      .where('frees')
      .anyOf(wantedPlaces(wanted, ways, rootFolderId))
      .toArray(),
  ]);
  const mine = groups[0].filter(({ nodeId }) => ids.has(nodeId));
  const awaiting = db.outbox.where('after').anyOf(mine.map(({ id }) => id));
  const all = [...groups.flat(), ...(await awaiting.toArray())];
  return inOrder(userId, all);
}

function goingFolders(wanted: readonly Wanted[], ways: Ways): string[] {
  const goes = wanted.filter(({ mutation: { is } }) => is === 'trash' || is === 'purge');
  return goes.map(({ nodeId }) => nodeId).filter((id) => ways.row(id)?.kind === 'folder');
}

interface Choice {
  readonly parents: Set<string | null | undefined>;
  readonly names: Set<string | undefined>;
}

/** Every place that a node may come to stand in, one wanted mutation after the other. */
function wantedPlaces(wanted: readonly Wanted[], ways: Ways, rootFolderId: string): string[] {
  const choices = new Map<string, Choice>();
  for (const { nodeId, mutation } of wanted) {
    if (mutation.is === 'trash' || mutation.is === 'purge') continue;
    const shown = ways.row(nodeId);
    const choice = choices.get(nodeId) ?? {
      parents: new Set([shown?.parentId]),
      names: new Set([shown?.name]),
    };
    choices.set(nodeId, choice);
    if ('parentId' in mutation) choice.parents.add(mutation.parentId);
    if ('name' in mutation) choice.names.add(mutation.name);
    if (mutation.is === 'restore') choice.parents.add(mutation.homeId).add(rootFolderId);
  }
  return [...choices.values()].flatMap(placesOf);
}

function placesOf({ parents, names }: Choice): string[] {
  return [...parents].flatMap((parentId) =>
    [...names].flatMap((name) =>
      parentId == null || name === undefined ? [] : [placeOf(parentId, name)],
    ),
  );
}
