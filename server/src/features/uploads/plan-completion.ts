import type { Caller } from '../../lib/route.ts';
import type { Tx } from '../../lib/tx.ts';
import { findLineage, findLiveSibling, findNodes, getLiveFolder } from '../folders/index.ts';
import { type Completion, completeNamed, completeNew, type NamedFile } from './completion.ts';
import type { Upload } from './upload.ts';

/** Looks at the tree and decides what the upload becomes. The space is locked, so what is decided
 *  holds until the commit. Refuses `name-taken`, and `not-found` or `in-trash` of the folder. */
export async function planCompletion(
  tx: Tx,
  upload: Upload,
  caller: Caller,
  at: Date,
): Promise<Completion> {
  const file = await findNamedFile(tx, upload);
  const completion =
    file === undefined
      ? await planNew(tx, upload)
      : completeNamed(file, upload.baseVersion ?? 0, { displayName: caller.displayName, at });
  if (completion.kind === 'new-file') await getLiveFolder(tx, completion.parentId);
  return completion;
}

async function planNew(tx: Tx, upload: Upload): Promise<Completion> {
  const { id: parentId } = await getLiveFolder(tx, upload.folderId);
  const sibling = await findLiveSibling(tx, parentId, upload.filename);
  // The file that was named has been purged since: what was sent for it must not go into another.
  const onConflict = upload.fileId === null ? upload.onConflict : 'rename';
  return completeNew({ parentId, name: upload.filename }, sibling, onConflict);
}

async function findNamedFile(tx: Tx, upload: Upload): Promise<NamedFile | undefined> {
  if (upload.fileId === null) return undefined;
  const [file] = await findNodes(tx, 'where n.id = $1 and n.space_id = $2', [
    upload.fileId,
    upload.spaceId,
  ]);
  if (file?.parentId == null || file.version === null) return undefined;
  const { trashedAt } = await findLineage(tx, file.id);
  const { id, name, parentId, version } = file;
  return { id, name, parentId, version, isInTrash: trashedAt !== null };
}
