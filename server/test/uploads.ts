import { createHash, randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chunkCount, chunkLength } from '@satchel/shared/chunk-plan';
import { CHUNK_SIZE_BYTES } from '@satchel/shared/limits';
import type { Node } from '@satchel/shared/wire/nodes';
import type {
  CheckAnswer,
  CompleteAnswer,
  InitAnswer,
  UploadAnswer,
} from '@satchel/shared/wire/uploads';
import type { User } from '@satchel/shared/wire/users';
import type { Owner } from './tree.ts';
import type { HeaderFields, WireAnswer, WireClient } from './wire-client.ts';

export const CHUNK = CHUNK_SIZE_BYTES;

/** A file as a client has it: its bytes, cut into chunks, and their hashes. */
export interface LocalFile {
  readonly bytes: Buffer;
  readonly chunks: readonly Buffer[];
  readonly hashes: readonly string[];
  readonly contentHash: string;
}

export function fileOf(bytes: Buffer): LocalFile {
  const chunks = Array.from({ length: chunkCount(bytes.length) }, (_, index) => {
    const start = index * CHUNK;
    return bytes.subarray(start, start + chunkLength(bytes.length, index));
  });
  const digests = chunks.map((chunk) => createHash('sha256').update(chunk).digest());
  const contentHash = sha256(Buffer.concat(digests));
  return { bytes, chunks, hashes: digests.map((digest) => digest.toString('hex')), contentHash };
}

export function randomFile(sizeBytes: number): LocalFile {
  return fileOf(randomBytes(sizeBytes));
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

interface ChunkAnswer {
  readonly received: true;
  readonly hash: string;
}

/** The calls of an upload, one by one, for tests that look at their answers. */
export function uploadCalls(client: WireClient) {
  const at = (uploadId: string, rest = '') => `/upload/${uploadId}${rest}`;
  return {
    init: (body: object, headers?: HeaderFields) =>
      client.post<InitAnswer>(
        '/upload/init',
        { mimeType: 'text/plain', folderId: null, ...body },
        headers,
      ),
    check: (uploadId: string, chunkHashes: readonly string[], offset?: number) =>
      client.post<CheckAnswer>(at(uploadId, '/check'), { chunkHashes, offset }),
    put: (uploadId: string, index: number | string, bytes: Buffer, headers: HeaderFields = {}) =>
      client.put<ChunkAnswer>(at(uploadId, `/chunk/${index}`), bytes, {
        'x-chunk-hash': sha256(bytes),
        ...headers,
      }),
    get: (uploadId: string) => client.get<UploadAnswer>(at(uploadId)),
    complete: (uploadId: string) => client.post<CompleteAnswer>(at(uploadId, '/complete')),
    cancel: (uploadId: string) => client.delete(at(uploadId)),
  };
}

/** Opens an upload of `file`; throws when the server refuses. */
export async function begin(client: WireClient, file: LocalFile, body: object = {}) {
  const init = { filename: 'file.txt', size: file.bytes.length, ...body };
  return demand(await uploadCalls(client).init(init), 201);
}

/** Opens an upload and sends every chunk, without completing it. */
export async function send(client: WireClient, file: LocalFile, body: object = {}) {
  const { uploadId } = await begin(client, file, body);
  const { check, put } = uploadCalls(client);
  if (file.hashes.length > 0) demand(await check(uploadId, file.hashes), 200);
  for (const [index, chunk] of file.chunks.entries())
    demand(await put(uploadId, index, chunk), 200);
  return uploadId;
}

/** Uploads a file from end to end. */
export async function upload(client: WireClient, file: LocalFile, body: object = {}) {
  const uploadId = await send(client, file, body);
  const answer = demand(await uploadCalls(client).complete(uploadId), 200);
  return { uploadId, ...answer };
}

export async function getNode(client: WireClient, id: string): Promise<Node> {
  return demand(await client.get<{ node: Node }>(`/files/${id}`), 200).node;
}

export async function listRoot(client: WireClient): Promise<readonly Node[]> {
  return demand(await client.get<{ items: Node[] }>('/files'), 200).items;
}

function demand<Body>(answer: WireAnswer<Body>, status: number): Body {
  if (answer.status !== status) throw new Error(`${answer.status}: ${answer.bytes}`);
  return answer.body;
}

/** A person as the tree's own seeds know them. */
export function ownerOf({ user }: { readonly user: User }): Owner {
  return { userId: user.id, spaceId: user.personalSpaceId, rootId: user.rootFolderId };
}

/** The names of all files in the chunk store of a world. */
export async function storedFiles({
  directory,
}: {
  readonly directory: string;
}): Promise<string[]> {
  const root = join(directory, 'chunks');
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}
