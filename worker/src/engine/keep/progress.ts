// How far a browser is with keeping something, in figures for a person.

import type { KeptContent } from './content.ts';

export interface KeepProgress {
  readonly files: number;
  readonly sizeBytes: number;
  readonly filesKept: number;
  readonly bytesKept: number;
  readonly filesFailed: number;
  /** What is in the way of the first that is held up; null where nothing is. */
  readonly why: string | null;
}

/** What a file that is wanted is about, as far as progress goes. */
export interface CountedFile {
  readonly contentHash: string;
  readonly sizeBytes: number;
}

export function progressOf(
  files: readonly CountedFile[],
  contents: ReadonlyMap<string, Pick<KeptContent, 'state' | 'bytesKept' | 'why'>>,
): KeepProgress {
  let [sizeBytes, filesKept, bytesKept, filesFailed] = [0, 0, 0, 0];
  let why: string | null = null;
  for (const file of files) {
    const content = contents.get(file.contentHash);
    sizeBytes += file.sizeBytes;
    bytesKept += content?.bytesKept ?? 0;
    if (content?.state === 'kept') filesKept++;
    if (content?.state === 'failed') filesFailed++;
    why ??= content?.why ?? null;
  }
  return { files: files.length, sizeBytes, filesKept, bytesKept, filesFailed, why };
}

export function isSameProgress(a: KeepProgress | null, b: KeepProgress): boolean {
  return a !== null && (Object.keys(b) as (keyof KeepProgress)[]).every((key) => a[key] === b[key]);
}
