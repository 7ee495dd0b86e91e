// What uploads do to the accounts of a space. The space is locked by the caller.
import type { Tx } from '../../lib/tx.ts';

export async function reserveBytes(tx: Tx, spaceId: string, bytes: number): Promise<void> {
  await tx.query('update spaces set reserved_bytes = reserved_bytes + $2 where id = $1', [
    spaceId,
    bytes,
  ]);
}

export async function releaseBytes(tx: Tx, spaceId: string, bytes: number): Promise<void> {
  await reserveBytes(tx, spaceId, -bytes);
}

export async function useReservedBytes(tx: Tx, spaceId: string, bytes: number): Promise<void> {
  await tx.query(
    `update spaces set reserved_bytes = reserved_bytes - $2, used_bytes = used_bytes + $2
      where id = $1`,
    [spaceId, bytes],
  );
}
