// Plans what is to be kept, from the replica and the pins, and makes the tables say so.

import type { KeptContent } from '../engine/keep/content.ts';
import { type KeepPlan, planKeeping } from '../engine/keep/plan.ts';
import { readAccount } from './account.ts';
import { db } from './database.ts';
import { readFeed } from './feed-position.ts';
import { deleteContents } from './kept-contents.ts';
import type { KeptContentRow } from './kept-rows.ts';
import { getNodes } from './node-store.ts';
import { type PinnedFiles, readPinnedFiles } from './pinned-files.ts';
import { readPins, removePins } from './pins.ts';

export interface Planned {
  readonly pins: readonly PinnedFiles[];
  readonly contents: ReadonlyMap<string, KeptContentRow>;
}

/** Reads without a lock, so that screens go on meanwhile: what changes in between is planned for the
 *  next time. Writes nothing for who is not signed in any more. */
export async function planKept(
  userId: string,
  { recentLimitBytes, now }: { readonly recentLimitBytes: number; readonly now: number },
): Promise<Planned> {
  const { pins, isTreeKnown } = await readWanted(userId);
  const contents = await db.keptContents.toArray();
  const recent = contents.filter(({ keptFor }) => keptFor === 'recent');
  const plan = planKeeping({
    wanted: pins.flatMap(({ files }) => files),
    contents,
    present: await readPresent(recent),
    isTreeKnown,
    recentLimitBytes,
    now,
  });
  return { pins, contents: await apply(userId, plan, contents) };
}

async function readWanted(userId: string) {
  const pins: PinnedFiles[] = [];
  const unknown: string[] = [];
  for (const { nodeId } of await readPins(userId)) {
    const files = await readPinnedFiles(nodeId);
    if (files === undefined) unknown.push(nodeId);
    else pins.push({ nodeId, files });
  }
  const feed = await readFeed();
  const isTreeKnown = feed?.userId === userId && feed.isComplete;
  // What the whole tree does not have was deleted for good.
  if (isTreeKnown && unknown.length > 0) await removePins(userId, unknown);
  return { pins, isTreeKnown };
}

async function readPresent(recent: readonly KeptContent[]): Promise<Map<string, string | null>> {
  const ids = recent.flatMap(({ fileIds }) => fileIds);
  const nodes = await getNodes(ids);
  return new Map(
    nodes.flatMap((node) => (node === undefined ? [] : [[node.id, node.contentHash]])),
  );
}

async function apply(
  userId: string,
  plan: KeepPlan,
  before: readonly KeptContentRow[],
): Promise<Map<string, KeptContentRow>> {
  const rows = plan.put.map((content): KeptContentRow => ({ ...content, userId }));
  const known = new Set(before.map(({ contentHash }) => contentHash));
  const after = new Map(before.map((row) => [row.contentHash, row]));
  for (const row of rows) after.set(row.contentHash, row);
  for (const hash of plan.drop) after.delete(hash);
  if (rows.length + plan.drop.length === 0) return after;
  return db.transaction('rw', db.account, db.keptContents, db.keptChunks, async () => {
    const { user, isSignedIn } = await readAccount();
    if (!isSignedIn || user?.id !== userId) return new Map();
    // One that was known and is gone by now is not brought back: its chunks are gone too.
    await db.keptContents.bulkPut(rows.filter((row) => !known.has(row.contentHash)));
    await db.keptContents.bulkUpdate(
      rows
        .filter((row) => known.has(row.contentHash))
        .map(({ contentHash: key, ...changes }) => ({ key, changes })),
    );
    await deleteContents(plan.drop);
    return after;
  });
}
