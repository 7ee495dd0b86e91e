// Answers a request for a file's bytes from what is kept here, as the server would.

import { answerFile, type FileRequest } from '@satchel/shared/served/answer-file';
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
  const bytes = await readKeptBytes(content, answer.part);
  if (bytes === undefined) {
    await doubtContent(hash);
    return undefined;
  }
  return new Response(bytes, { status: answer.status, headers });
}

function partsOf({ url, headers }: Request): FileRequest {
  return {
    wantsInline: new URL(url).searchParams.get('inline') === '1',
    range: headers.get('range') ?? undefined,
    ifRange: headers.get('if-range') ?? undefined,
    ifNoneMatch: headers.get('if-none-match') ?? undefined,
  };
}
