import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';

/** One file of the web build, with the encodings that lie precompressed beside it. */
export interface WebFile {
  readonly type: string;
  readonly etag: string;
  readonly plain: Buffer;
  readonly encodings: ReadonlyMap<Encoding, Buffer>;
}

export type Encoding = 'br' | 'gzip';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};
const SUFFIXES: Readonly<Record<string, Encoding>> = { '.br': 'br', '.gz': 'gzip' };

/** The whole build, by URL path, in memory: a few MB, read once. So what is served is one build, also
 *  while the next one is being written over it, and no request can fail for want of a file handle. */
export function readWebFiles(directory: string): Map<string, WebFile> {
  const contents = readAll(directory);
  const files = new Map<string, WebFile>();
  for (const [path, plain] of contents) {
    if (extname(path) in SUFFIXES) continue;
    files.set(path, {
      type: TYPES[extname(path)] ?? 'application/octet-stream',
      etag: `W/"${createHash('sha256').update(plain).digest('base64url')}"`,
      plain,
      encodings: findEncodings(contents, path),
    });
  }
  return files;
}

function readAll(directory: string): Map<string, Buffer> {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return new Map(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(directory.length).split(sep).join('/'), readFileSync(path)];
    }),
  );
}

function findEncodings(contents: ReadonlyMap<string, Buffer>, path: string) {
  const encodings = new Map<Encoding, Buffer>();
  for (const [suffix, encoding] of Object.entries(SUFFIXES)) {
    const bytes = contents.get(path + suffix);
    if (bytes !== undefined) encodings.set(encoding, bytes);
  }
  return encodings;
}
