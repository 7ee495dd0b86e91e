import { Readable } from 'node:stream';
import { answerFile, type FileRequest } from '@satchel/shared/served/answer-file';
import { refuse } from '../../lib/refuse.ts';
import type { Answer } from '../../lib/route.ts';
import type { Queryable } from '../../lib/tx.ts';
import type { BlobStore } from '../../ports/blob-store.ts';
import { type FileContentInput, getFileContent } from './get-file-content.ts';
import { readContent } from './read-content.ts';

export interface DownloadFileInput extends FileContentInput, FileRequest {}

interface DownloadDeps {
  readonly db: Queryable;
  readonly blobs: BlobStore;
}

/** The bytes of a file, or the part of them that was asked for. Refuses `not-found`, `not-a-file`,
 *  `range-not-satisfiable`, and, when the first byte is read, `storage-unavailable`. */
export async function downloadFile(deps: DownloadDeps, input: DownloadFileInput): Promise<Answer> {
  const content = await getFileContent(deps.db, input);
  const answer = answerFile(content, input);
  const { headers } = answer;
  if (answer.status === 416) refuse('range-not-satisfiable', { headers });
  if (answer.status === 304) return { status: 304, headers };
  const { status, part } = answer;
  const bytes = part === null ? [] : readContent(deps, content.contentId, part);
  return { status, headers, body: Readable.from(bytes, { objectMode: false }) };
}
