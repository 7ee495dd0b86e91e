// Follows the changes of the server: what changed and how far one is are written together or not at
// all.

import type { Node } from '@satchel/shared/wire/nodes';
import type { Change } from '@satchel/shared/wire/sync';
import { readAccount } from './account.ts';
import { db } from './database.ts';
import { type FeedPosition, readFeed } from './feed-position.ts';
import { addNodes, eachNames, findHere, getNodes } from './node-store.ts';
import { applyNodes, findPending, forgetNodes, nodeTables } from './node-writes.ts';
import type { GoneNode, NodeRow } from './rows.ts';
import { forgetSnapshot } from './snapshot-progress.ts';

/** Where to go on for this person; null where they are not signed in here. */
export async function openFeed(userId: string): Promise<FeedPosition | null> {
  return db.transaction('rw', db.account, db.feed, async () => {
    const { user, isSignedIn } = await readAccount();
    if (!isSignedIn || user?.id !== userId) return null;
    const known = await readFeed();
    if (known?.userId === userId) return known;
    const fresh = { userId, cursor: null, isComplete: false };
    await write(fresh);
    return fresh;
  });
}

/** Begins again. What is here stays to be looked at until everything has come. */
export async function restartFeed(userId: string): Promise<void> {
  await db.transaction('rw', db.feed, async () => {
    const known = await readFeed();
    if (known?.userId === userId) await write({ ...known, cursor: null });
    await forgetSnapshot();
  });
}

export interface Stretch {
  readonly userId: string;
  readonly changes: readonly Change[];
  /** Where they begin, as it is written here. */
  readonly from: string | null;
  readonly to: string | null;
  /** No more were there when they were asked for. */
  readonly isLast: boolean;
}

/** Applies changes. False, and nothing is written, where somebody else went on meanwhile or this
 *  person is not signed in any more. */
export async function applyChanges(stretch: Stretch, now = Date.now()): Promise<boolean> {
  const { userId, changes, from, to, isLast } = stretch;
  return db.transaction('rw', [...nodeTables, db.feed], async () => {
    const here = await readHere(userId, from);
    if (here === null) return false;
    await apply(changes, now);
    const gone = changes.filter((change) => 'gone' in change);
    if (isLast) await forget(here.gone);
    const isComplete = here.isComplete || isLast;
    const soFar = isComplete ? {} : { gone: [...(here.gone ?? []), ...gone] };
    await write({ userId, cursor: to, isComplete, ...soFar });
    return true;
  });
}

export interface SnapshotEnd {
  readonly userId: string;
  readonly cursor: string;
  /** What was here before it and was not named in it. */
  readonly unnamed: readonly string[];
  /** The highest number that it named in each space. */
  readonly heads: ReadonlyMap<string, number>;
}

/** Ends a snapshot that was applied over an earlier tree: what it did not name is gone. */
export async function endSnapshot(end: SnapshotEnd): Promise<boolean> {
  const { userId, cursor, unnamed, heads } = end;
  return db.transaction('rw', [...nodeTables, db.feed], async () => {
    const here = await readHere(userId, null);
    if (here === null) return false;
    await forget(here.gone);
    const rows = await getNodes(unnamed);
    const pending = await findPending(unnamed);
    // What has a higher number was made meanwhile, and is named by what comes next.
    const isOver = (row: NodeRow | undefined): row is NodeRow =>
      row !== undefined &&
      !pending.has(row.id) &&
      row.seq <= (heads.get(row.spaceId) ?? Number.POSITIVE_INFINITY);
    await forgetNodes(new Map(rows.filter(isOver).map(({ id, seq }) => [id, seq])));
    await write({ userId, cursor, isComplete: true });
    await forgetSnapshot();
    return true;
  });
}

/** Every node that is here. */
export async function readNodeIds(): Promise<string[]> {
  const ids = new Set<string>();
  await eachNames((rows) => {
    for (const { id } of rows) ids.add(id);
  });
  return [...ids];
}

/** So many changes at once are no edits but a tree that comes. */
const MANY = 200;

async function apply(changes: readonly Change[], now: number): Promise<void> {
  const named = lastOfEach(changes.flatMap((change) => ('node' in change ? [change.node] : [])));
  const nodes = named.length < MANY ? named : await withoutNew(named, now);
  if (nodes.length > 0) await applyNodes(nodes, now, changedRow);
  await forget(changes.filter((change) => 'gone' in change));
}

/** What changed again while the pages were read is named twice. */
function lastOfEach(nodes: readonly Node[]): Node[] {
  return [...new Map(nodes.map((node) => [node.id, node])).values()];
}

async function forget(gone: readonly GoneNode[] = []): Promise<void> {
  if (gone.length === 0) return;
  const rows = await getNodes(gone.map((change) => change.gone));
  const over = gone.filter((change, i) => (rows[i]?.seq ?? 0) <= change.seq);
  await forgetNodes(new Map(over.map((change) => [change.gone, change.seq])));
}

/** What is new is written at once, without being looked up one by one. */
async function withoutNew(nodes: readonly Node[], now: number): Promise<readonly Node[]> {
  const ids = nodes.map(({ id }) => id);
  const found = await Promise.all([findHere(ids), findPending(ids)]);
  const here = new Set(found.flatMap((some) => [...some]));
  const fresh = nodes.filter(({ id }) => !here.has(id));
  await addNodes(fresh.map((node) => changedRow(node, undefined, now)));
  return nodes.filter(({ id }) => here.has(id));
}

/** The feed says only of what was trashed itself that it is in the trash. */
function changedRow(node: Node, _before: NodeRow | undefined, appliedAt: number): NodeRow {
  return { ...node, isTrashRoot: node.trashedAt === null ? 0 : 1, appliedAt };
}

async function readHere(userId: string, cursor: string | null): Promise<FeedPosition | null> {
  const here = await readFeed();
  return here?.userId === userId && here.cursor === cursor ? here : null;
}

async function write(position: FeedPosition): Promise<void> {
  await db.feed.put({ key: 'current', ...position });
}
