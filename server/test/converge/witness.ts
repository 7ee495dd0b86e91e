// What happened on the server and its tree does not tell any more: the database itself writes it down.

import type { World } from '../wire.ts';
import { byId, type TreeNode } from './tree-node.ts';

type Database = World['deps']['db'];

/** Where bytes came to lie, at that moment. */
export interface Landing {
  readonly fileId: string;
  readonly version: number;
  readonly parentId: string;
  readonly conflictOf: string | null;
  /** The file, or a folder above it, was in the trash: nobody would have looked there. */
  readonly isInTrash: boolean;
}

/** A node that was deleted for good, and what it lay beneath then. */
export interface Departure {
  readonly id: string;
  readonly ways: readonly string[];
}

const TABLES_AND_TRIGGERS = [
  'create table departures (id uuid, ways uuid[])',
  `create table landings (
    file_id uuid, version integer, parent_id uuid, conflict_of uuid, is_in_trash boolean
  )`,
  `create function ways_of(node uuid) returns table (id uuid, trashed_at timestamptz)
   language sql as $$
     with recursive up as (
       select n.id, n.parent_id, n.trashed_at from nodes n where n.id = node
       union all
       select n.id, n.parent_id, n.trashed_at from nodes n join up on n.id = up.parent_id
     )
     select up.id, up.trashed_at from up
   $$`,
  `create function note_departure() returns trigger language plpgsql as $$
   begin
     insert into departures select old.id, array(select id from ways_of(old.id));
     return old;
   end $$`,
  'create trigger departs before delete on nodes for each row execute function note_departure()',
  `create function note_landing() returns trigger language plpgsql as $$
   begin
     insert into landings
     select n.id, new.number, n.parent_id, n.conflict_of,
            exists (select from ways_of(n.id) where trashed_at is not null)
       from nodes n where n.id = new.file_id;
     return new;
   end $$`,
  'create trigger lands after insert on versions for each row execute function note_landing()',
];

/** There was never anything but the root. */
const BEGINNING = [
  'delete from uploads',
  'delete from nodes where parent_id is not null',
  'delete from contents',
  'delete from tombstones',
  'delete from departures',
  'delete from landings',
  'update spaces set used_bytes = 0, reserved_bytes = 0',
];

export class Witness {
  readonly #db: Database;
  readonly #spaceId: string;

  static async of(db: Database, spaceId: string): Promise<Witness> {
    for (const statement of TABLES_AND_TRIGGERS) await db.query(statement);
    return new Witness(db, spaceId);
  }

  private constructor(db: Database, spaceId: string) {
    this.#db = db;
    this.#spaceId = spaceId;
  }

  async begin(): Promise<void> {
    await this.#db.transact(async (tx) => {
      for (const statement of BEGINNING) await tx.query(statement);
    });
  }

  async tree(): Promise<TreeNode[]> {
    const rows = await this.#db.query<TreeNode>(
      `select n.id, n.parent_id as "parentId", n.kind, n.name, n.trashed_at is not null as "isTrashed",
              n.version, encode(c.hash, 'hex') as "contentHash", n.conflict_of as "conflictOf", n.seq
         from nodes n left join contents c on c.id = n.content_id where n.space_id = $1`,
      [this.#spaceId],
    );
    return rows.sort(byId);
  }

  landings(): Promise<Landing[]> {
    return this.#db.query<Landing>(
      `select file_id as "fileId", version, parent_id as "parentId", conflict_of as "conflictOf",
              is_in_trash as "isInTrash" from landings`,
    );
  }

  departures(): Promise<Departure[]> {
    return this.#db.query<Departure>('select id, ways from departures');
  }

  /** As the space counts it, and as it is. */
  async room(): Promise<{ readonly counted: number; readonly taken: number }> {
    const [room] = await this.#db.query<{ counted: number; taken: number }>(
      `select s.used_bytes as counted,
              (select coalesce(sum(c.size), 0)::bigint from versions v
                 join contents c on c.id = v.content_id where v.space_id = s.id) as taken
         from spaces s where s.id = $1`,
      [this.#spaceId],
    );
    return room ?? { counted: 0, taken: 0 };
  }
}
