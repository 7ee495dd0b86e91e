import { describe, expect, it } from 'vitest';
import { answerFile, type FileRequest } from './answer-file.ts';

const FILE = { hash: 'a'.repeat(64), size: 10, name: 'film.mp4', mimeType: 'video/mp4' };
const ETAG = `"${FILE.hash}"`;

function answer(request: Partial<FileRequest>, file = FILE) {
  const nothing = { range: undefined, ifRange: undefined, ifNoneMatch: undefined };
  return answerFile(file, { wantsInline: false, ...nothing, ...request });
}

describe('a request for the bytes of a file', () => {
  it('DL2 DL3 is answered with all of them, their length, type, name and tag', () => {
    expect(answer({})).toMatchObject({
      status: 200,
      part: { start: 0, end: 9 },
      headers: {
        ETag: ETAG,
        'Content-Length': '10',
        'Content-Type': 'video/mp4',
        'Content-Disposition': 'attachment; filename="film.mp4"',
        'Accept-Ranges': 'bytes',
        'X-Content-Type-Options': 'nosniff',
      },
    });
  });

  it('DL4 for a part is answered with that part', () => {
    const { headers, ...rest } = answer({ range: 'bytes=2-5', wantsInline: true });
    expect(rest).toEqual({ status: 206, part: { start: 2, end: 5 } });
    expect(headers).toMatchObject({ 'Content-Range': 'bytes 2-5/10', 'Content-Length': '4' });
    expect(headers['Content-Disposition']).toMatch(/^inline/);
  });

  it('DL5 beyond the end says how long the file is', () => {
    const headers = { 'Content-Range': 'bytes */10' };
    expect(answer({ range: 'bytes=10-' })).toEqual({ status: 416, headers });
  });

  it('DL7 for what is had already sends nothing', () => {
    expect(answer({ ifNoneMatch: ETAG, range: 'bytes=2-5' })).toMatchObject({ status: 304 });
  });

  it('DL8 for a part of something else is answered with the whole', () => {
    expect(answer({ range: 'bytes=2-5', ifRange: '"other"' })).toMatchObject({ status: 200 });
    expect(answer({ range: 'bytes=2-5', ifRange: ETAG })).toMatchObject({ status: 206 });
  });

  it('of the empty file has no part to read', () => {
    expect(answer({}, { ...FILE, size: 0 })).toMatchObject({ status: 200, part: null });
  });
});
