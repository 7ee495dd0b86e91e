import { Readable } from 'node:stream';
import { etagOf, isAlreadyHad } from '@satchel/shared/served/etag';
import { refuse } from '../../lib/refuse.ts';
import type { Answer } from '../../lib/route.ts';
import type { Queryable } from '../../lib/tx.ts';
import type { BlobStore } from '../../ports/blob-store.ts';
import { findContentChunks } from './content-rows.ts';
import { type FileContentInput, getFileContent } from './get-file-content.ts';
import { readPieces } from './read-pieces.ts';

export interface GetChunkInput extends FileContentInput {
  readonly index: number;
  readonly ifNoneMatch: string | undefined;
}

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** One chunk of a file. Of a named version it can be kept for good: a version never changes. Refuses
 *  `not-found`, `not-a-file` and `storage-unavailable`. */
export async function getChunk(
  deps: { readonly db: Queryable; readonly blobs: BlobStore },
  input: GetChunkInput,
): Promise<Answer> {
  const { contentId } = await getFileContent(deps.db, input);
  const [chunk] = await findContentChunks(deps.db, contentId, input.index, 1);
  if (chunk === undefined) refuse('not-found');
  const isForGood = input.version !== undefined;
  const headers = {
    ETag: etagOf(chunk.hash),
    'Cache-Control': isForGood
      ? `private, max-age=${YEAR_SECONDS}, immutable`
      : 'private, no-cache',
  };
  if (isAlreadyHad(input.ifNoneMatch, headers.ETag)) return { status: 304, headers };
  return {
    status: 200,
    headers: {
      ...headers,
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': 'attachment',
      'Content-Length': String(chunk.size),
    },
    body: Readable.from(readPieces(deps.blobs, [chunk].values()), { objectMode: false }),
  };
}
