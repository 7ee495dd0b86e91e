import { chunkCount } from '@satchel/shared/chunk-plan';
import type { CompleteAnswer } from '@satchel/shared/wire/uploads';
import { uuidv7 } from 'uuidv7';
import { refuse } from '../../lib/refuse.ts';
import type { Caller } from '../../lib/route.ts';
import type { Transact, Tx } from '../../lib/tx.ts';
import type { Clock } from '../../ports/clock.ts';
import { authorizeSpace, type LockedSpace, lockSpace } from '../auth/index.ts';
import { settleName } from '../folders/index.ts';
import { addVersion, createFile, type NewBytes } from '../versions/index.ts';
import type { Completion } from './completion.ts';
import { keepContent } from './keep-content.ts';
import { deleteLeases, findMissing } from './lease-rows.ts';
import { planCompletion } from './plan-completion.ts';
import { useReservedBytes } from './quota-rows.ts';
import { demandLiving, type Upload } from './upload.ts';
import { completeRow, findUpload, lockUpload } from './upload-rows.ts';

export interface CompleteUploadDeps {
  readonly clock: Clock;
  readonly transact: Transact<CompleteAnswer>;
}

/** Makes a file, or a version of one, of the chunks that have arrived: one short transaction, however
 *  large the file. Again gives the same answer. Refuses `not-found`, `gone`, `chunks-missing`
 *  and `name-taken`; a refused upload stays open. */
export async function completeUpload(
  deps: CompleteUploadDeps,
  caller: Caller,
  uploadId: string,
): Promise<CompleteAnswer> {
  const at = deps.clock.now();
  return deps.transact(async (tx) => {
    const seen = demandLiving(await findUpload(tx, uploadId), caller.userId, at);
    if (seen.result !== null) return seen.result.answer;
    const space = await lockSpace(tx, seen.spaceId);
    const upload = demandLiving(await lockUpload(tx, uploadId, 'update'), caller.userId, at);
    if (upload.result !== null) return upload.result.answer;
    await authorizeSpace(tx, caller.userId, upload.spaceId, 'write');
    await demandWhole(tx, upload);
    return finish(tx, upload, space, { displayName: caller.displayName, at });
  });
}

async function demandWhole(tx: Tx, upload: Upload): Promise<void> {
  const needed = await findMissing(tx, upload.id, chunkCount(upload.size));
  if (needed.length > 0) refuse('chunks-missing', { members: { needed } });
}

async function finish(
  tx: Tx,
  upload: Upload,
  space: LockedSpace,
  who: { readonly displayName: string; readonly at: Date },
): Promise<CompleteAnswer> {
  const completion = await planCompletion(tx, upload, space, who);
  const content = await keepContent(tx, upload, who.at);
  const file = await writeFile(tx, upload, completion, newBytes(upload, content.id, who.at));
  const answer = { ...file, contentHash: content.hash, ...surprises(upload, completion) };
  await deleteLeases(tx, upload.id);
  await useReservedBytes(tx, upload.spaceId, upload.size);
  await completeRow(tx, upload.id, { answer, contentId: content.id });
  return answer;
}

/** What became of the bytes other than what was asked for. */
function surprises(
  { folderId }: Upload,
  completion: Completion,
): Pick<CompleteAnswer, 'conflict' | 'folderId'> {
  if (completion.kind === 'new-version') return {};
  const { parentId, conflict } = completion;
  return { ...(conflict && { conflict }), ...(parentId !== folderId && { folderId: parentId }) };
}

function newBytes(upload: Upload, contentId: string, at: Date): NewBytes {
  const { spaceId, size, mimeType, userId } = upload;
  return { spaceId, contentId, size, mimeType, userId, at, modifiedAt: upload.lastModified ?? at };
}

async function writeFile(
  tx: Tx,
  upload: Upload,
  completion: Completion,
  bytes: NewBytes,
): Promise<{ fileId: string; version: number }> {
  if (completion.kind === 'new-version') {
    const { fileId } = completion;
    return { fileId, version: await addVersion(tx, fileId, bytes) };
  }
  const { parentId, conflict } = completion;
  const id = upload.newFileId ?? uuidv7();
  const name = await settleName(tx, parentId, completion.name);
  const place = { id, parentId, name, conflictOf: conflict?.fileId ?? null };
  return { fileId: await createFile(tx, place, bytes), version: 1 };
}
