// Answers a request for a file's bytes from what is kept here, as the server would.

import { CHUNK_SIZE_BYTES } from '@satchel/shared/limits';
import { answerFile, type FileRequest } from '@satchel/shared/served/answer-file';
import type { ByteRange } from '@satchel/shared/served/byte-range';
import { COMMON_HEADERS } from '@satchel/shared/served/common-headers';
import { doubtContent } from '../local/kept-contents.ts';
import { type KeptFile, readKeptBytes } from '../local/kept-files.ts';

/** Undefined where the bytes went in between, or never were whole. */
export async function answerKept(
  { node, content }: KeptFile,
  request: Request,
): Promise<Response | undefined> {
  const { contentHash: hash, sizeBytes: size } = content;
  const file = { hash, size, name: node.name, mimeType: node.mimeType ?? '' };
  const answer = answerFile(file, partsOf(request));
  const headers = { ...COMMON_HEADERS, ...answer.headers };
  if (answer.status === 304 || answer.status === 416) {
    return new Response(null, { status: answer.status, headers });
  }
  const bytes = await readPart(content, answer.part);
  if (bytes === undefined) {
    await doubtContent(hash);
    return undefined;
  }
  return new Response(bytes, { status: answer.status, headers });
}

/** So many bytes are in more rows than are read in a moment. */
const MANY_BYTES = 64 * CHUNK_SIZE_BYTES;

/** The content whose parts are being asked for, as when a long film is watched: the rest of it, over
 *  and over. It is a handful of references, not bytes. */
let opened: { readonly hash: string; readonly whole: Blob } | null = null;

async function readPart(content: KeptFile['content'], part: ByteRange | null) {
  if (part === null || part.end - part.start < MANY_BYTES) return readKeptBytes(content, part);
  const { contentHash: hash, sizeBytes } = content;
  if (opened?.hash !== hash) {
    const whole = await readKeptBytes(content, { start: 0, end: sizeBytes - 1 });
    if (whole === undefined) return undefined;
    opened = { hash, whole };
  }
  return opened.whole.slice(part.start, part.end + 1);
}

function partsOf({ url, headers }: Request): FileRequest {
  return {
    wantsInline: new URL(url).searchParams.get('inline') === '1',
    range: headers.get('range') ?? undefined,
    ifRange: headers.get('if-range') ?? undefined,
    ifNoneMatch: headers.get('if-none-match') ?? undefined,
  };
}
