// Folders of dropped trees that the server does not have yet. Uploads below one wait for it.

import type { Node } from '@satchel/shared/wire/nodes';
import { step } from '../engine/step.ts';
import type { EventOf } from '../engine/upload.ts';
import { db } from './database.ts';
import type { PlannedFolderRow } from './rows.ts';

export async function readPlannedFolders(userId: string): Promise<PlannedFolderRow[]> {
  return db.plannedFolders.where('userId').equals(userId).toArray();
}

/** The folder exists: made as planned, or one of that name that was there, which then takes in
 *  whatever was planned for it. */
export async function settlePlannedFolder(
  plannedId: string,
  folder: Node,
  now = Date.now(),
): Promise<void> {
  await db.transaction('rw', db.plannedFolders, db.uploads, db.nodes, async () => {
    if (folder.id !== plannedId) {
      await db.plannedFolders.where('parentId').equals(plannedId).modify({ parentId: folder.id });
      await db.uploads.where('folderId').equals(plannedId).modify({ folderId: folder.id });
    }
    await db.nodes.put({ ...folder, isTrashRoot: 0, appliedAt: now });
    await db.plannedFolders.delete(plannedId);
  });
}

/** Another name for it, or another moment to try. */
export async function changePlannedFolder(
  id: string,
  change: Partial<Pick<PlannedFolderRow, 'name' | 'attempts' | 'retryAt'>>,
): Promise<void> {
  await db.plannedFolders.update(id, change);
}

/** The folder can't be made: everything planned below it ends the same way. */
export async function failPlannedFolder(id: string, event: EventOf<'refused'>): Promise<void> {
  await db.transaction('rw', db.plannedFolders, db.uploads, async () => {
    let level = [id];
    while (level.length > 0) {
      await db.plannedFolders.bulkDelete(level);
      await db.uploads
        .where('folderId')
        .anyOf(level)
        .modify((row, ref) => {
          ref.value = step(row, event).upload;
        });
      level = await db.plannedFolders.where('parentId').anyOf(level).primaryKeys();
    }
  });
}
