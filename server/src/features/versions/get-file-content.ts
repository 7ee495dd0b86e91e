import { refuse } from '../../lib/refuse.ts';
import type { Queryable } from '../../lib/tx.ts';
import { authorizeNode } from '../auth/index.ts';
import { getNode } from '../folders/index.ts';
import { type FileContent, findFileContent } from './content-rows.ts';

export interface FileContentInput {
  readonly userId: string;
  readonly fileId: string;
  /** Absent: the newest. */
  readonly version?: number | undefined;
}

/** What a file that the user can read holds. Refuses `not-found`, and `not-a-file` for a folder. */
export async function getFileContent(
  db: Queryable,
  { userId, fileId, version }: FileContentInput,
): Promise<FileContent> {
  await authorizeNode(db, userId, fileId, 'read');
  const content = await findFileContent(db, fileId, version);
  return content ?? refuse(await whyNone(db, fileId));
}

async function whyNone(db: Queryable, fileId: string): Promise<'not-a-file' | 'not-found'> {
  const { kind } = await getNode(db, fileId);
  return kind === 'folder' ? 'not-a-file' : 'not-found';
}
