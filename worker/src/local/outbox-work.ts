// The outbox as its sender sees it: what to send next, and what came of it.

import type { Node } from '@satchel/shared/wire/nodes';
import { replay } from '../engine/mutations/replay.ts';
import { readAccount } from './account.ts';
import { db } from './database.ts';
import { joinFolder } from './join-folder.ts';
import { removeNodes } from './node-writes.ts';
import type { NodeRow, OutboxRow, ShadowRow } from './rows.ts';
import { findShadows, nodeTables, writeShadows } from './shadows.ts';

export type Outcome =
  /** `node` is null where the server says only that it is done. */
  | { readonly id: string; readonly is: 'done'; readonly node: Node | null }
  /** A folder that was there takes in what was planned for the new one. */
  | { readonly id: string; readonly is: 'joined'; readonly folder: Node }
  /** Its name is a file's: another is tried. */
  | { readonly id: string; readonly is: 'renamed'; readonly name: string }
  | { readonly id: string; readonly is: 'gone' }
  | { readonly id: string; readonly is: 'later'; readonly retryAt: number }
  | { readonly id: string; readonly is: 'refused'; readonly code: string };

/** Those that may still be sent, as they are now. From then on the server may have them. Nothing where
 *  somebody else is signed in. */
export async function claim(
  userId: string,
  ids: readonly string[],
  now: number,
): Promise<OutboxRow[]> {
  return db.transaction('rw', db.outbox, db.account, async () => {
    const { user, isSignedIn } = await readAccount();
    if (!isSignedIn || user?.id !== userId) return [];
    const found = await db.outbox.bulkGet([...ids]);
    const claimed = found.flatMap((row) => {
      const isSendable = row?.state === 'waiting' && row.userId === userId;
      return isSendable ? [{ ...row, triedAt: row.triedAt ?? now }] : [];
    });
    await db.outbox.bulkPut(claimed);
    return claimed;
  });
}

/** Of these, claimed at that moment, no call was begun: nobody else can have them. */
export async function release(ids: readonly string[], claimedAt: number): Promise<void> {
  await db.transaction('rw', db.outbox, async () => {
    const claimed = db.outbox.where('id').anyOf([...ids]);
    await claimed.filter(({ triedAt }) => triedAt === claimedAt).modify({ triedAt: null });
  });
}

/** Takes what the server has off the queue, and puts its effect into the replica, in one
 *  transaction. Of what was taken off meanwhile nothing is written. */
export async function settle(outcomes: readonly Outcome[], now = Date.now()): Promise<void> {
  await db.transaction('rw', [...nodeTables, db.uploads], async () => {
    const found = await db.outbox.bulkGet(outcomes.map(({ id }) => id));
    const pairs = outcomes.flatMap((outcome, i) => {
      const row = found[i];
      return row === undefined ? [] : [{ outcome, row }];
    });
    const shadows = await findShadows(pairs.map(({ row }) => row.nodeId));
    const settling = new Settling(shadows, now);
    for (const { outcome, row } of pairs) {
      if (outcome.is === 'gone') await dropOthers(row);
      settling.note(outcome, row);
    }
    await settling.write();
    for (const { outcome, row } of pairs) {
      if (outcome.is === 'joined') await joinFolder(row.nodeId, outcome.folder.id, now);
    }
  });
}

class Settling {
  readonly #shadows: Map<string, ShadowRow>;
  readonly #now: number;
  readonly #over: string[] = [];
  readonly #changed: OutboxRow[] = [];
  readonly #touched = new Set<string>();
  readonly #removed: string[] = [];

  constructor(shadows: Map<string, ShadowRow>, now: number) {
    this.#shadows = shadows;
    this.#now = now;
  }

  note(outcome: Outcome, row: OutboxRow): void {
    switch (outcome.is) {
      case 'done':
        this.#done(row, outcome.node);
        break;
      case 'joined':
        this.#over.push(row.id);
        this.#show(outcome.folder.id, row.userId, this.#rowOf(outcome.folder));
        break;
      case 'renamed':
        this.#rename(row, outcome.name);
        break;
      case 'later':
        this.#changed.push({ ...row, attempts: row.attempts + 1, retryAt: outcome.retryAt });
        break;
      case 'gone':
        this.#removed.push(row.nodeId);
        this.#refuse(row, 'node-gone');
        break;
      case 'refused':
        this.#refuse(row, outcome.code);
        break;
    }
  }

  async write(): Promise<void> {
    await db.outbox.bulkDelete(this.#over);
    await db.outbox.bulkPut(this.#changed);
    const touched = [...this.#touched].map((id) => this.#shadows.get(id));
    const present = touched.filter((shadow) => shadow !== undefined);
    await writeShadows(present, this.#now);
    await removeNodes(this.#removed, this.#now);
    const purged = present.filter(({ purgedAt }) => purgedAt !== undefined);
    if (purged.length > 0)
      await removeNodes(
        purged.map(({ id }) => id),
        this.#now,
      );
  }

  #done(row: OutboxRow, node: Node | null): void {
    this.#over.push(row.id);
    const { nodeId, userId } = row;
    if (row.mutation.is === 'purge') {
      this.#touched.add(nodeId);
      this.#shadows.set(nodeId, { id: nodeId, userId, node: null, purgedAt: this.#now });
      return;
    }
    const shadow = this.#shadows.get(nodeId);
    const before = shadow?.node ?? null;
    const shown = node === null ? replay(before, [{ ...row, state: 'waiting' }]) : null;
    const isNewerHere = node !== null && isTooLate(node, shadow);
    const after = node === null ? asRow(shown, this.#now) : this.#rowOf(node);
    this.#show(nodeId, userId, isNewerHere ? before : after);
  }

  #rename(row: OutboxRow, name: string): void {
    const { mutation, attempts } = row;
    if (mutation.is !== 'create-folder') return;
    const again = { attempts: attempts + 1, idempotencyKey: `${row.id}-${attempts + 1}` };
    this.#touched.add(row.nodeId);
    this.#changed.push({ ...row, ...again, mutation: { ...mutation, name } });
  }

  #show(nodeId: string, userId: string, node: NodeRow | null): void {
    this.#touched.add(nodeId);
    const { goneSeq = 0 } = this.#shadows.get(nodeId) ?? {};
    this.#shadows.set(nodeId, { id: nodeId, userId, node, goneSeq });
  }

  #refuse(row: OutboxRow, code: string): void {
    this.#touched.add(row.nodeId);
    const refusal = { code, at: this.#now, isTold: false };
    this.#changed.push({ ...row, state: 'refused', refusal });
  }

  // An answer tells a node's own state: what merely lies beneath something trashed is not.
  #rowOf(node: Node): NodeRow {
    return { ...node, isTrashRoot: node.trashedAt === null ? 0 : 1, appliedAt: this.#now };
  }
}

/** Whether something newer was said meanwhile, be it that the node is gone. */
function isTooLate(node: Node, { node: before, goneSeq = 0 }: Partial<ShadowRow> = {}): boolean {
  return before == null ? goneSeq >= node.seq : before.seq > node.seq;
}

function asRow(shown: ReturnType<typeof replay>, now: number): NodeRow | null {
  return shown === null ? null : { ...shown, appliedAt: now };
}

/** Nothing more can be done to what is no more. */
async function dropOthers({ id, nodeId, userId }: OutboxRow): Promise<void> {
  const others = db.outbox.where('nodeId').equals(nodeId);
  await others.filter((row) => row.userId === userId && row.id !== id).delete();
}
