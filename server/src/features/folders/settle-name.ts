import { numberedName } from '@satchel/shared/derived-names';
import { nameKey } from '@satchel/shared/names';
import type { Tx } from '../../lib/tx.ts';
import { findTakenKeys } from './sibling-rows.ts';

const FIRST_BATCH = 16;

/** The name under which something can come into a folder: `name` where it is free, else the first
 *  free one of "name (2).ext", "name (3).ext" … It stays free while the space is locked. Asks for
 *  candidates in batches that double, so a thousand copies cost seven queries. */
export async function settleName(tx: Tx, parentId: string, name: string): Promise<string> {
  let candidates = [name, ...numbered(name, 2, FIRST_BATCH)];
  for (let n = 2 + FIRST_BATCH; ; n += candidates.length) {
    const taken = await findTakenKeys(tx, parentId, candidates.map(nameKey));
    const free = candidates.find((candidate) => !taken.has(nameKey(candidate)));
    if (free !== undefined) return free;
    candidates = numbered(name, n, n);
  }
}

function numbered(name: string, first: number, count: number): string[] {
  return Array.from({ length: count }, (_, i) => numberedName(name, first + i));
}
