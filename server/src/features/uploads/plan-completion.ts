import type { Tx } from '../../lib/tx.ts';
import type { LockedSpace } from '../auth/index.ts';
import { findHome, findLineage, findLiveSibling, findNodes } from '../folders/index.ts';
import { type Completion, completeNamed, completeNew, type NamedFile } from './completion.ts';
import type { Upload } from './upload.ts';

/** Looks at the tree and decides what the upload becomes. The space is locked, so what is decided
 *  holds until the commit. Where the folder is gone or in the trash by now, the bytes go to the root of
 *  the space: only the person can say that they are not wanted. Refuses `name-taken`. */
export async function planCompletion(
  tx: Tx,
  upload: Upload,
  space: LockedSpace,
  who: { readonly displayName: string; readonly at: Date },
): Promise<Completion> {
  const file = await findNamedFile(tx, upload);
  if (file === undefined) return planNew(tx, upload, space);
  const completion = completeNamed(file, upload.baseVersion ?? 0, who);
  if (completion.kind === 'new-version') return completion;
  return { ...completion, parentId: await findHome(tx, completion.parentId, space) };
}

async function planNew(tx: Tx, upload: Upload, space: LockedSpace): Promise<Completion> {
  const parentId = await findHome(tx, upload.folderId, space);
  const sibling = await findLiveSibling(tx, parentId, upload.filename);
  // What was sent for a file or a folder that is gone must not go into a file that merely has the
  // name, nor be refused for it.
  const isAsAsked = upload.fileId === null && parentId === upload.folderId;
  const onConflict = isAsAsked ? upload.onConflict : 'rename';
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
