/** One file of the web build, with the encodings that lie precompressed beside it. */
export interface WebFile {
  readonly type: string;
  readonly etag: string;
  readonly plain: Buffer;
  readonly encodings: ReadonlyMap<Encoding, Buffer>;
}
export type Encoding = 'br' | 'gzip';
/** The whole build, by URL path, in memory: a few MB, read once. So what is served is one build, also
 *  while the next one is being written over it, and no request can fail for want of a file handle. */
export declare function readWebFiles(directory: string): Map<string, WebFile>;
