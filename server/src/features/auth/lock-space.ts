import { refuse } from '../../lib/refuse.ts';
import type { Tx } from '../../lib/tx.ts';

/** A space as its lock shows it: nobody else can change it until the transaction ends. */
export interface LockedSpace {
  readonly id: string;
  readonly rootId: string;
  readonly head: number;
  readonly usedBytes: number;
  readonly reservedBytes: number;
  readonly quotaBytes: number;
}

/** Every writer of a space begins here, so writers of one space run one after the other and what
 *  they check stays true until they commit. Refuses `not-found` where the space is gone. */
export async function lockSpace(tx: Tx, spaceId: string): Promise<LockedSpace> {
  const [space] = await tx.query<LockedSpace>(
    `select id, root_id as "rootId", head, used_bytes as "usedBytes",
            reserved_bytes as "reservedBytes", quota_bytes as "quotaBytes"
       from spaces where id = $1 for update`,
    [spaceId],
  );
  return space ?? refuse('not-found');
}

/** The bus is told on this topic which number a space's newest change has. */
export function headTopic(spaceId: string): string {
  return `head ${spaceId}`;
}

// The space row is locked before its head is read, so changes become visible in the order of their
// numbers. With a sequence a reader can pass 8 while 7 is uncommitted, and never see 7.
/** The number of the next change of a space; with `count`, the last of that many numbers in a row. The
 *  bus is told of it. */
export async function nextSeq(tx: Tx, spaceId: string, count = 1): Promise<number> {
  const [space] = await tx.query<{ head: number }>(
    'update spaces set head = head + $2 where id = $1 returning head',
    [spaceId, count],
  );
  if (space === undefined) refuse('not-found');
  tx.announce(headTopic(spaceId), String(space.head));
  return space.head;
}
