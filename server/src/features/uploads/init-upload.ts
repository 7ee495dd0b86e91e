import { chunkCount } from '@satchel/shared/chunk-plan';
import { CHUNK_SIZE_BYTES } from '@satchel/shared/limits';
import type { InitAnswer, InitUpload } from '@satchel/shared/wire/uploads';
import { uuidv7 } from 'uuidv7';
import { requireName } from '../../lib/node-name.ts';
import { refuse } from '../../lib/refuse.ts';
import type { Caller } from '../../lib/route.ts';
import type { Queryable, Transact, Tx } from '../../lib/tx.ts';
import type { Clock } from '../../ports/clock.ts';
import { getPersonalSpace, type LockedSpace, lockSpaceOfNode } from '../auth/index.ts';
import { findLineage, findNodes, getLiveFolder } from '../folders/index.ts';
import { reserveBytes } from './quota-rows.ts';
import { expiryFrom, type Upload } from './upload.ts';
import { insertUpload } from './upload-rows.ts';

export interface InitUploadDeps {
  readonly clock: Clock;
  readonly transact: Transact<InitAnswer>;
}

/** Opens an upload and reserves room for it. Refuses what its place refuses (`not-found`,
 *  `forbidden`, `not-a-folder`, `not-a-file`, `in-trash`), `invalid-name`, `id-taken` and
 *  `quota-exceeded`. */
export async function initUpload(
  deps: InitUploadDeps,
  caller: Caller,
  input: InitUpload,
): Promise<InitAnswer> {
  const filename = requireName(input.filename);
  const now = deps.clock.now();
  return deps.transact(async (tx) => {
    const named = input.fileId ?? input.folderId ?? (await rootOf(tx, caller));
    const space = await lockSpaceOfNode(tx, caller.userId, named);
    const folderId = await findPlace(tx, input, named);
    await demandFreeId(tx, input.id);
    demandRoom(space, input.size);
    await reserveBytes(tx, space.id, input.size);
    const upload = newUpload(caller, { ...input, filename }, { spaceId: space.id, folderId, now });
    await insertUpload(tx, upload, now);
    return present(upload);
  });
}

async function rootOf(db: Queryable, caller: Caller): Promise<string> {
  return (await getPersonalSpace(db, caller.userId)).rootId;
}

/** The folder that the upload goes into; of an existing file the one it lies in. */
async function findPlace(tx: Tx, input: InitUpload, named: string): Promise<string> {
  if (input.fileId === undefined) return (await getLiveFolder(tx, named)).id;
  const { steps, trashedAt } = await findLineage(tx, input.fileId);
  if (steps.at(-1)?.kind !== 'file') refuse('not-a-file');
  if (trashedAt !== null) refuse('in-trash');
  return steps.at(-2)?.id ?? refuse('not-found');
}

// Early, so that nobody sends a large file for nothing; asked again when it is complete.
async function demandFreeId(tx: Tx, id: string | undefined): Promise<void> {
  if (id === undefined) return;
  const [taken] = await findNodes(tx, 'where n.id = $1', [id]);
  if (taken !== undefined) refuse('id-taken');
}

function demandRoom(space: LockedSpace, sizeBytes: number): void {
  const freeBytes = space.quotaBytes - space.usedBytes - space.reservedBytes;
  if (sizeBytes > freeBytes) {
    refuse('quota-exceeded', { members: { freeBytes: Math.max(0, freeBytes) } });
  }
}

function newUpload(
  caller: Caller,
  input: InitUpload,
  place: { readonly spaceId: string; readonly folderId: string; readonly now: Date },
): Upload {
  return {
    id: uuidv7(),
    userId: caller.userId,
    spaceId: place.spaceId,
    folderId: place.folderId,
    filename: input.filename,
    size: input.size,
    mimeType: input.mimeType,
    lastModified: input.lastModified === null ? null : new Date(input.lastModified),
    newFileId: input.id ?? null,
    fileId: input.fileId ?? null,
    baseVersion: input.baseVersion ?? null,
    onConflict: input.onConflict,
    status: 'open',
    result: null,
    expiresAt: expiryFrom(place.now),
  };
}

function present(upload: Upload): InitAnswer {
  return {
    uploadId: upload.id,
    chunkSize: CHUNK_SIZE_BYTES,
    totalChunks: chunkCount(upload.size),
    expiresAt: upload.expiresAt.toISOString(),
  };
}
