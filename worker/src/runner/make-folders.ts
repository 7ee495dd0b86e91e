// Makes the folders of dropped trees, parents first, before anything is uploaded into them.

import { numberedName } from '@satchel/shared/derived-names';
import { retryDelayMs } from '../engine/retry-delay.ts';
import type { PlannedFolderRow } from '../local/rows.ts';
import { ApiError } from '../net/api-error.ts';
import { findSibling } from './find-sibling.ts';
import { type Drain, isStillTheirs, refusalOf, settleForAll } from './lane.ts';

const AT_ONCE = 4;

/** Returns when all are made, or those that are left have to wait. */
export async function makeFolders(drain: Drain): Promise<void> {
  while (!drain.control.isTimeUp() && !drain.gate.isClosed()) {
    const planned = await drain.ports.store.readPlannedFolders(drain.userId);
    const toCome = await drain.ports.store.readFoldersToCome(drain.userId);
    const ready = readyFolders(planned, toCome, drain.ports.clock.now());
    if (ready.length === 0 || !(await isStillTheirs(drain))) return;
    for (let first = 0; first < ready.length; first += AT_ONCE) {
      await Promise.all(ready.slice(first, first + AT_ONCE).map((row) => makeFolder(drain, row)));
    }
  }
}

function readyFolders(
  planned: readonly PlannedFolderRow[],
  toCome: readonly string[],
  now: number,
): PlannedFolderRow[] {
  const waiting = new Set([...planned.map((row) => row.id), ...toCome]);
  const ready = planned.filter((row) => !waiting.has(row.parentId) && row.retryAt <= now);
  return ready.sort((a, b) => a.position - b.position);
}

async function makeFolder(drain: Drain, row: PlannedFolderRow): Promise<void> {
  const { folders, store } = drain.ports;
  try {
    const { id, name, parentId } = row;
    const folder = await folders.createFolder(
      { id, name, parentId },
      `folder-${id}-${row.attempts}`,
    );
    await drain.gate.prove();
    await store.settlePlannedFolder(id, folder);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.code === 'name-taken') await joinSibling(drain, row);
    else await settleFolderError(drain, row, error);
  }
}

/** A folder of that name takes in what was planned; beside a file of that name another is chosen. */
async function joinSibling(drain: Drain, row: PlannedFolderRow): Promise<void> {
  const { store } = drain.ports;
  try {
    const sibling = await findSibling(drain.ports.folders, row);
    const attempts = row.attempts + 1;
    if (sibling?.kind === 'folder') await store.settlePlannedFolder(row.id, sibling);
    else if (sibling === null) await store.changePlannedFolder(row.id, { attempts });
    else {
      const name = numberedName(row.name, attempts + 1);
      await store.changePlannedFolder(row.id, { name, attempts });
    }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    await settleFolderError(drain, row, error);
  }
}

async function settleFolderError(
  drain: Drain,
  row: PlannedFolderRow,
  error: ApiError,
): Promise<void> {
  const refusal = refusalOf(error, 'open');
  if (await settleForAll(drain, refusal)) return;
  const { clock, store } = drain.ports;
  if (refusal.reaction === 'sign-in') return;
  if (refusal.reaction === 'retry') {
    const attempts = row.attempts + 1;
    const retryAt = clock.now() + retryDelayMs(attempts, clock.random(), refusal.retryAfterMs);
    await store.changePlannedFolder(row.id, { attempts, retryAt });
    return;
  }
  const at = clock.now();
  await store.failPlannedFolder(row.id, { type: 'refused', refusal, at, random: clock.random() });
}
