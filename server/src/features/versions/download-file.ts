import { Readable } from 'node:stream';
import { refuse } from '../../lib/refuse.ts';
import type { Answer } from '../../lib/route.ts';
import type { Queryable } from '../../lib/tx.ts';
import type { BlobStore, ByteRange } from '../../ports/blob-store.ts';
import { chooseRange } from './byte-range.ts';
import { contentDisposition } from './content-disposition.ts';
import type { FileContent } from './content-rows.ts';
import { etagOf, isAlreadyHad, isPartWanted } from './etag.ts';
import { type FileContentInput, getFileContent } from './get-file-content.ts';
import { readContent } from './read-content.ts';
import { serveAs } from './served-type.ts';

export interface DownloadFileInput extends FileContentInput {
  readonly wantsInline: boolean;
  readonly range: string | undefined;
  readonly ifRange: string | undefined;
  readonly ifNoneMatch: string | undefined;
}

interface DownloadDeps {
  readonly db: Queryable;
  readonly blobs: BlobStore;
}

// Kept by the person's own browser, and asked about each time: access may end.
const CACHE_CONTROL = 'private, no-cache';

/** The bytes of a file, or the part of them that was asked for. Refuses `not-found`, `not-a-file`,
 *  `range-not-satisfiable`, and, when the first byte is read, `storage-unavailable`. */
export async function downloadFile(deps: DownloadDeps, input: DownloadFileInput): Promise<Answer> {
  const content = await getFileContent(deps.db, input);
  const etag = etagOf(content.hash);
  const validators = { ETag: etag, 'Cache-Control': CACHE_CONTROL };
  if (isAlreadyHad(input.ifNoneMatch, etag)) return { status: 304, headers: validators };
  const { disposition, headers } = serveAs(content.mimeType, input.wantsInline);
  const part = choosePart(input, etag, content.size);
  return {
    status: part === 'whole' ? 200 : 206,
    headers: {
      ...validators,
      ...headers,
      ...lengthHeaders(part, content.size),
      'Accept-Ranges': 'bytes',
      'Content-Disposition': contentDisposition(disposition, content.name),
    },
    body: Readable.from(readPart(deps, content, part), { objectMode: false }),
  };
}

type Part = ByteRange | 'whole';

function choosePart({ range, ifRange }: DownloadFileInput, etag: string, size: number): Part {
  const part = isPartWanted(ifRange, etag) ? chooseRange(range, size) : 'whole';
  if (part !== 'unsatisfiable') return part;
  refuse('range-not-satisfiable', { headers: { 'Content-Range': `bytes */${size}` } });
}

function lengthHeaders(part: Part, size: number): Record<string, string> {
  if (part === 'whole') return { 'Content-Length': String(size) };
  return {
    'Content-Length': String(part.end - part.start + 1),
    'Content-Range': `bytes ${part.start}-${part.end}/${size}`,
  };
}

function readPart(deps: DownloadDeps, content: FileContent, part: Part) {
  if (content.size === 0) return [];
  const range = part === 'whole' ? { start: 0, end: content.size - 1 } : part;
  return readContent(deps, content.contentId, range);
}
