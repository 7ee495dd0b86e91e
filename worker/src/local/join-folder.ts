import { db } from './database.ts';
import { deleteNodes, getChildren, putNodes } from './node-store.ts';

/** What was to go into a planned folder goes into the one that has its name. What else was to be done to
 *  it was not meant for that one: its person hears that it was not done. */
export async function joinFolder(plannedId: string, folderId: string, at: number): Promise<void> {
  if (plannedId === folderId) return;
  const other = (id: string) => (id === plannedId ? folderId : id);
  const within = db.outbox.where('ways').equals(plannedId);
  await within.modify((row, ref) => {
    const { mutation } = row;
    const ways = row.ways.map(other);
    const goes = mutation.is === 'create-folder' || mutation.is === 'move';
    const to = goes ? { ...mutation, parentId: other(mutation.parentId) } : mutation;
    ref.value = { ...row, ways, mutation: to };
  });
  await db.uploads.where('folderId').equals(plannedId).modify({ folderId });
  const children = await getChildren([plannedId]);
  await putNodes(children.map((row) => ({ ...row, parentId: folderId })));
  await deleteNodes([plannedId]);
  await db.shadows.delete(plannedId);
  const refusal = { code: 'node-joined', at, isTold: false };
  await db.outbox.where('nodeId').equals(plannedId).modify({ state: 'refused', refusal });
}
