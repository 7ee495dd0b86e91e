import { findNode } from '@satchel/worker/local/nodes';
import {
  countUnsettled,
  type OutboxRow,
  readNextUnsent,
  readRefused,
} from '@satchel/worker/local/outbox';
import { suggestName } from '@satchel/worker/local/refused';
import { useLiveQuery } from 'dexie-react-hooks';

/** More at once nobody reads; the rest is counted. */
const SHOWN_AT_MOST = 200;

export interface WaitingChange {
  readonly row: OutboxRow;
  /** Where it goes; null where the device does not know that folder. */
  readonly folderName: string | null;
  /** A free name like the one that was refused. */
  readonly suggestion: string;
  /** What has to be settled before it: the first such, by the name it is shown under. */
  readonly behind: string | null;
}

export interface Waiting {
  readonly refused: readonly WaitingChange[];
  readonly waiting: readonly WaitingChange[];
  readonly total: number;
}

/** Everything that is not settled, what needs its person first. Undefined until it was read. */
export function useWaiting(userId: string): Waiting | undefined {
  return useLiveQuery(() => readWaiting(userId), [userId]);
}

async function readWaiting(userId: string): Promise<Waiting> {
  const [refused, waiting, total] = await Promise.all([
    readRefused(userId),
    readNextUnsent(userId, SHOWN_AT_MOST),
    countUnsettled(userId),
  ]);
  const byId = new Map(refused.map((row) => [row.id, row]));
  const about = (some: readonly OutboxRow[]) =>
    Promise.all(some.slice(0, SHOWN_AT_MOST).map((row) => describe(row, byId)));
  return { refused: await about(refused), waiting: await about(waiting), total };
}

async function describe(
  row: OutboxRow,
  refused: ReadonlyMap<string, OutboxRow>,
): Promise<WaitingChange> {
  const { mutation, state, after } = row;
  const parentId = 'parentId' in mutation ? mutation.parentId : null;
  const parent = parentId === null ? undefined : await findNode(parentId);
  const folderName = parent === undefined ? null : nameOfFolder(parent);
  const suggestion = state === 'refused' ? await suggestName(row) : '';
  const behind = after.map((id) => refused.get(id)?.name).find((name) => name !== undefined);
  return { row, folderName, suggestion, behind: behind ?? null };
}

function nameOfFolder({ parentId, name }: { parentId: string | null; name: string }): string {
  return parentId === null ? 'My files' : name;
}
