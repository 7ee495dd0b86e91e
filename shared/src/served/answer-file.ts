// What a request for a file's bytes is answered with, by whoever has them: the server, or a browser
// that keeps them. It decides; it does not know where the bytes lie.

import { type ByteRange, chooseRange } from './byte-range.ts';
import { contentDisposition } from './content-disposition.ts';
import { etagOf, isAlreadyHad, isPartWanted } from './etag.ts';
import { serveAs } from './served-type.ts';

export interface ServedFile {
  /** Of its content, lower-case hex. */
  readonly hash: string;
  readonly size: number;
  readonly name: string;
  readonly mimeType: string;
}

/** The headers of the request, as they were written. */
export interface FileRequest {
  readonly wantsInline: boolean;
  readonly range: string | undefined;
  readonly ifRange: string | undefined;
  readonly ifNoneMatch: string | undefined;
}

type Headers = Readonly<Record<string, string>>;

/** `part` names the bytes of the body; null where there are none. */
export type FileAnswer =
  | { readonly status: 200 | 206; readonly headers: Headers; readonly part: ByteRange | null }
  | { readonly status: 304; readonly headers: Headers }
  | { readonly status: 416; readonly headers: Headers };

// Kept by the person's own browser, and asked about each time: access may end.
const CACHE_CONTROL = 'private, no-cache';

export function answerFile(file: ServedFile, request: FileRequest): FileAnswer {
  const etag = etagOf(file.hash);
  const validators = { ETag: etag, 'Cache-Control': CACHE_CONTROL };
  if (isAlreadyHad(request.ifNoneMatch, etag)) return { status: 304, headers: validators };
  const range = isPartWanted(request.ifRange, etag)
    ? chooseRange(request.range, file.size)
    : 'whole';
  if (range === 'unsatisfiable')
    return { status: 416, headers: { 'Content-Range': `bytes */${file.size}` } };
  const { disposition, headers } = serveAs(file.mimeType, request.wantsInline);
  return {
    status: range === 'whole' ? 200 : 206,
    headers: {
      ...validators,
      ...headers,
      ...lengthHeaders(range, file.size),
      'Accept-Ranges': 'bytes',
      'Content-Disposition': contentDisposition(disposition, file.name),
    },
    part: range === 'whole' ? wholeOf(file.size) : range,
  };
}

function wholeOf(size: number): ByteRange | null {
  return size === 0 ? null : { start: 0, end: size - 1 };
}

function lengthHeaders(range: ByteRange | 'whole', size: number): Headers {
  if (range === 'whole') return { 'Content-Length': String(size) };
  return {
    'Content-Length': String(range.end - range.start + 1),
    'Content-Range': `bytes ${range.start}-${range.end}/${size}`,
  };
}
