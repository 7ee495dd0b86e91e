import { Readable } from 'node:stream';
import { chunkCount } from '@satchel/shared/chunk-plan';
import { etagOf, isAlreadyHad } from '@satchel/shared/served/etag';
import { refuse } from '../../lib/refuse.ts';
import type { Answer } from '../../lib/route.ts';
import type { Queryable } from '../../lib/tx.ts';
import { type FileContent, findContentChunks } from './content-rows.ts';
import { type FileContentInput, getFileContent } from './get-file-content.ts';

export interface GetManifestInput extends FileContentInput {
  readonly ifNoneMatch: string | undefined;
}

const CHUNKS_PER_LOOK_UP = 1000;

/** The hashes and sizes of a file's chunks. The list of a large file is written while it is read, so
 *  it is never in memory as a whole. */
export async function getManifest(
  deps: { readonly db: Queryable },
  input: GetManifestInput,
): Promise<Answer> {
  const content = await getFileContent(deps.db, input);
  const headers = { ETag: etagOf(content.hash), 'Cache-Control': 'private, no-cache' };
  if (isAlreadyHad(input.ifNoneMatch, headers.ETag)) return { status: 304, headers };
  return {
    status: 200,
    headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' },
    body: Readable.from(writeManifest(deps.db, content), { objectMode: false }),
  };
}

async function* writeManifest(db: Queryable, content: FileContent): AsyncGenerator<string, void> {
  const { hash, size, contentId } = content;
  yield `{"contentHash":"${hash}","size":${size},"chunks":[`;
  const count = chunkCount(size);
  for (let index = 0; index < count; ) {
    const chunks = await findContentChunks(db, contentId, index, CHUNKS_PER_LOOK_UP);
    // Purged since the answer began.
    if (chunks.length === 0) refuse('not-found');
    yield (index === 0 ? '' : ',') + JSON.stringify(chunks).slice(1, -1);
    index += chunks.length;
  }
  yield ']}';
}
