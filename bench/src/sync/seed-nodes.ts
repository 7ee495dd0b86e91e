import { randomBytes, randomUUID } from 'node:crypto';
import { nextSeq } from '../../../server/src/features/auth/index.ts';
import type { Database, Tx } from '../../../server/src/lib/tx.ts';
import type { Owner } from '../../../server/test/tree.ts';

const PER_FOLDER = 200;
const BATCH_FOLDERS = 100;

/** Fills a space with folders of 200 files each, or of `perFolder`, and a folder is one of the nodes;
 *  returns the ids of the folders. */
export async function seedNodes(
  db: Database,
  owner: Owner,
  nodes: number,
  perFolder = PER_FOLDER,
): Promise<string[]> {
  const contentId = await seedContent(db, owner);
  const all: string[] = [];
  for (let left = Math.ceil(nodes / (perFolder + 1)); left > 0; left -= BATCH_FOLDERS) {
    const ids = Array.from({ length: Math.min(left, BATCH_FOLDERS) }, () => randomUUID());
    await db.transact(async (tx) => {
      await insertFolders(tx, owner, ids);
      await insertFiles(tx, owner, ids, contentId, perFolder);
    });
    all.push(...ids);
  }
  await db.query('analyze nodes');
  return all;
}

async function seedContent(db: Database, { spaceId }: Owner): Promise<string> {
  const id = randomUUID();
  await db.query('insert into contents (id, space_id, hash, size) values ($1, $2, $3, 1000)', [
    id,
    spaceId,
    randomBytes(32),
  ]);
  return id;
}

async function insertFolders(tx: Tx, owner: Owner, ids: readonly string[]): Promise<void> {
  const last = await nextSeq(tx, owner.spaceId, ids.length);
  await tx.query(
    `insert into nodes (id, space_id, parent_id, kind, name, name_key, seq, created_at, modified_at,
                        modified_by)
     select id, $1, $2, 'folder', 'Folder ' || id, 'folder ' || id, $4::bigint + place, now(), now(), $3
       from unnest($5::uuid[]) with ordinality as folder(id, place)`,
    [owner.spaceId, owner.rootId, owner.userId, last - ids.length, ids],
  );
}

async function insertFiles(
  tx: Tx,
  owner: Owner,
  folderIds: readonly string[],
  contentId: string,
  perFolder: number,
): Promise<void> {
  const count = folderIds.length * perFolder;
  const last = await nextSeq(tx, owner.spaceId, count);
  await tx.query(
    `insert into nodes (id, space_id, parent_id, kind, name, name_key, content_id, size, mime_type,
                        version, seq, created_at, modified_at, modified_by)
     select gen_random_uuid(), $1, folder.id, 'file', 'Holiday picture ' || n || '.jpeg',
            'holiday picture ' || n || '.jpeg', $2, 1000, 'image/jpeg', 1,
            $4::bigint + (place - 1) * $6 + n, now(), now(), $3
       from unnest($5::uuid[]) with ordinality as folder(id, place), generate_series(1, $6::int) n`,
    [owner.spaceId, contentId, owner.userId, last - count, folderIds, perFolder],
  );
}
