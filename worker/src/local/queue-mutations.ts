// The one way to change the tree: what a person does is queued and shown in one transaction, whether
// or not there is a network. Sending it is the runner's.

import { uuidv7 } from 'uuidv7';
import { collapse } from '../engine/mutations/collapse.ts';
import { isUnsent, type Mutation, placeOf, type Reach } from '../engine/mutations/mutation.ts';
import { QueueIndex, waitsFor } from '../engine/mutations/order.ts';
import { replay, type Shown } from '../engine/mutations/replay.ts';
import { readConcerned } from './concerned.ts';
import { db } from './database.ts';
import { NotQueued } from './not-queued.ts';
import { readLastPosition } from './read-outbox.ts';
import type { OutboxRow, ShadowRow } from './rows.ts';
import { byNode, findShadows, nodeTables, putShown } from './shadows.ts';
import type { Doer, Wanted } from './wanted.ts';
import { Ways } from './ways.ts';

export type { Doer, Wanted } from './wanted.ts';

/** Gives the id of the deed. Nodes that this device does not know are left out. */
export async function queueMutations(
  doer: Doer,
  wanted: readonly Wanted[],
  now = Date.now(),
): Promise<string> {
  const deedId = uuidv7();
  await db.transaction('rw', [...nodeTables, db.uploads], async () => {
    await forgetPurged(now);
    const queueing = await Queueing.begin(doer, wanted, { deedId, now, size: wanted.length });
    for (const one of wanted) queueing.take(one);
    await queueing.write();
  });
  return deedId;
}

// No listing is on its way for longer.
const LISTING_MS = 5 * 60_000;

async function forgetPurged(now: number): Promise<void> {
  const old = db.shadows.where('purgedAt').below(now - LISTING_MS);
  if ((await old.count()) > 0) await old.delete();
}

interface Deed {
  readonly deedId: string;
  readonly now: number;
  readonly size: number;
}

interface Known {
  readonly queued: readonly OutboxRow[];
  readonly lastPosition: number;
  readonly ways: Ways;
  readonly shadows: Map<string, ShadowRow>;
  readonly filled: ReadonlySet<string>;
}

class Queueing {
  readonly #doer: Doer;
  readonly #deed: Deed;
  readonly #ways: Ways;
  readonly #rows: Map<string, OutboxRow>;
  readonly #index: QueueIndex;
  readonly #shadows: Map<string, ShadowRow>;
  readonly #filled: ReadonlySet<string>;
  readonly #dropped = new Set<string>();
  readonly #changed = new Set<string>();
  readonly #touched = new Set<string>();
  #position: number;

  static async begin(doer: Doer, wanted: readonly Wanted[], deed: Deed): Promise<Queueing> {
    const ids = wanted.map(({ nodeId }) => nodeId);
    const targets = wanted.flatMap(({ mutation }) =>
      'parentId' in mutation ? [mutation.parentId] : [],
    );
    const ways = await Ways.of([...ids, ...targets, doer.rootFolderId]);
    const queued = await readConcerned(doer, wanted, ways);
    const lastPosition = await readLastPosition(doer.userId);
    const [shadows, filled] = [await findShadows(ids), await findFilled(queued, ids)];
    return new Queueing(doer, deed, { queued, lastPosition, ways, shadows, filled });
  }

  private constructor(
    doer: Doer,
    deed: Deed,
    { queued, lastPosition, ways, shadows, filled }: Known,
  ) {
    this.#ways = ways;
    this.#doer = doer;
    this.#deed = deed;
    this.#rows = new Map(queued.map((row) => [row.id, row]));
    this.#index = new QueueIndex(queued);
    this.#shadows = shadows;
    this.#filled = filled;
    this.#position = lastPosition + 1;
  }

  take({ nodeId, mutation: asked, isForced = false }: Wanted): void {
    const shown = this.#ways.row(nodeId);
    if (shown === null && asked.is !== 'create-folder') return;
    if (shown !== null && !isForced && isSoAlready(asked, shown)) return;
    const mutation = this.#settled(asked, shown);
    const reach = this.#reach(nodeId, mutation, shown);
    const server = this.#serverRow(nodeId, shown);
    const after = waitsFor(reach, this.#index);
    const isAwaited = (id: string) => this.#index.isAwaited(id) || this.#filled.has(id);
    const came = collapse({ mutation, after }, this.#index.of(nodeId), server, isAwaited);
    this.#touched.add(nodeId);
    if (came.is === 'queue') this.#put(this.#newRow(reach, after, shown));
    else if (came.is === 'drop') for (const id of came.ids) this.#drop(id);
    else if (came.is === 'change') this.#change(came.id, came.mutation, reach);
    this.#ways.show(nodeId, replay(server, this.#index.of(nodeId)));
  }

  async write(): Promise<void> {
    await db.outbox.bulkDelete([...this.#dropped]);
    const rows = [...this.#rows.values()];
    await db.outbox.bulkPut(rows.filter(({ id }) => this.#changed.has(id)));
    const shadows = [...this.#touched].map((id) => this.#shadows.get(id));
    const mine = rows.filter(({ nodeId }) => this.#touched.has(nodeId));
    const present = shadows.filter((shadow) => shadow !== undefined);
    await putShown(present, byNode(mine), this.#deed.now);
  }

  // What comes back from the trash can only go where there is a folder.
  #settled(mutation: Mutation, shown: Shown | null): Mutation {
    if (mutation.is !== 'restore' || shown?.parentId == null) return mutation;
    const isAway = this.#ways.row(shown.parentId) === null || this.#ways.isInTrash(shown.parentId);
    return isAway ? { is: 'restore', homeId: this.#doer.rootFolderId } : mutation;
  }

  #reach(nodeId: string, mutation: Mutation, shown: Shown | null): Reach {
    const target = targetOf(mutation, shown);
    const from = this.#ways.upFrom(shown?.parentId ?? null);
    const to = this.#ways.upFrom(target?.parentId ?? null);
    if (mutation.is === 'move' && to.includes(nodeId)) throw new NotQueued('cycle');
    const ways = [...new Set([...from, ...to])];
    const leaves = mutation.is === 'rename' || mutation.is === 'move' || mutation.is === 'trash';
    const frees = leaves ? livePlace(shown) : null;
    const takes = target === null ? null : placeOf(target.parentId, target.name);
    return { nodeId, mutation, ways, frees, takes };
  }

  #serverRow(nodeId: string, shown: Shown | null): ShadowRow['node'] {
    const shadow = this.#shadows.get(nodeId);
    if (shadow !== undefined) return shadow.node;
    const { now } = this.#deed;
    const node = shown === null ? null : { ...shown, appliedAt: now };
    this.#shadows.set(nodeId, { id: nodeId, userId: this.#doer.userId, node });
    return node;
  }

  #newRow(reach: Reach, after: readonly string[], shown: Shown | null): OutboxRow {
    const id = uuidv7();
    const { deedId, now, size: deedSize } = this.#deed;
    const { mutation } = reach;
    const name = shown?.name ?? ('name' in mutation ? (mutation.name ?? '') : '');
    const fresh = {
      state: 'waiting',
      triedAt: null,
      attempts: 0,
      retryAt: 0,
      refusal: null,
    } as const;
    const about = { name, kind: shown?.kind ?? 'folder', userId: this.#doer.userId };
    const place = { position: this.#position++, idempotencyKey: id, deedId, deedSize, madeAt: now };
    return { id, ...reach, after, ...fresh, ...about, ...place };
  }

  #change(id: string, mutation: Mutation, { ways, takes }: Reach): void {
    const row = this.#rows.get(id);
    if (row === undefined) return;
    const allWays = [...new Set([...row.ways, ...ways])];
    const { deedId, size: deedSize } = this.#deed;
    const changed = { ...row, mutation, ways: allWays, takes, deedId, deedSize };
    this.#index.replace(row, changed);
    this.#rows.set(id, changed);
    this.#changed.add(id);
  }

  #put(row: OutboxRow): void {
    this.#index.add(row);
    this.#rows.set(row.id, row);
    this.#changed.add(row.id);
  }

  #drop(id: string): void {
    const row = this.#rows.get(id);
    if (row === undefined) return;
    this.#index.remove(row);
    this.#rows.delete(id);
    this.#changed.delete(id);
    this.#dropped.add(id);
  }
}

function isSoAlready(mutation: Mutation, shown: Shown): boolean {
  switch (mutation.is) {
    case 'create-folder':
      return true;
    case 'rename':
      return mutation.name === shown.name;
    case 'move':
      return mutation.parentId === shown.parentId && (mutation.name ?? shown.name) === shown.name;
    case 'trash':
      return shown.isTrashRoot === 1;
    case 'restore':
      return shown.isTrashRoot === 0;
    case 'purge':
      return false;
  }
}

function livePlace(shown: Shown | null): string | null {
  if (shown === null || shown.isTrashRoot === 1 || shown.parentId === null) return null;
  return placeOf(shown.parentId, shown.name);
}

function targetOf(
  mutation: Mutation,
  shown: Shown | null,
): { parentId: string; name: string } | null {
  switch (mutation.is) {
    case 'create-folder':
      return mutation;
    case 'rename':
      return shown?.parentId == null ? null : { parentId: shown.parentId, name: mutation.name };
    case 'move':
      return { parentId: mutation.parentId, name: mutation.name ?? shown?.name ?? '' };
    case 'restore': {
      const parentId = mutation.homeId ?? shown?.parentId ?? null;
      return parentId === null ? null : { parentId, name: shown?.name ?? '' };
    }
    default:
      return null;
  }
}

/** The creations that hold uploads: their folders have to be made, whatever becomes of them later. */
async function findFilled(
  queued: readonly OutboxRow[],
  nodeIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const wanted = new Set(nodeIds);
  const creations = queued.filter(
    (row) => row.mutation.is === 'create-folder' && isUnsent(row) && wanted.has(row.nodeId),
  );
  const filled = new Set<string>();
  for (const { id, nodeId } of creations) {
    if ((await db.uploads.where('folderId').equals(nodeId).count()) > 0) filled.add(id);
  }
  return filled;
}
