// What has to hold when all devices are on line again and have nothing more to send.

import { createHash } from 'node:crypto';
import type { Node } from '@satchel/shared/wire/nodes';
import { expect } from 'vitest';
import type { UploadResult } from '../../../worker/src/engine/upload.ts';
import type { UploadRow } from '../../../worker/src/local/uploads.ts';
import type { Person } from '../wire.ts';
import type { Device } from './device.ts';
import type { TreeNode } from './tree-node.ts';
import type { Departure, Landing, Witness } from './witness.ts';

export async function expectAllKept(
  devices: readonly Device[],
  witness: Witness,
  person: Person,
): Promise<void> {
  const truth = await witness.tree();
  for (const device of devices) expect(await device.tree()).toEqual(truth);
  for (const device of devices) expect(await device.leftovers()).toEqual([]);
  const { counted, taken } = await witness.room();
  expect(counted).toBe(taken);
  const facts = new Facts(truth, await witness.landings(), await witness.departures(), devices);
  for (const { heard } of devices) for (const node of heard.values()) facts.expectKept(node);
  for (const device of devices) await expectFilesKept(device, facts, person);
}

class Facts {
  readonly #tree: ReadonlyMap<string, TreeNode>;
  readonly #landings: ReadonlyMap<string, Landing>;
  readonly #departures: ReadonlyMap<string, Departure>;
  readonly #purged: ReadonlySet<string>;

  constructor(
    tree: readonly TreeNode[],
    landings: readonly Landing[],
    departures: readonly Departure[],
    devices: readonly Device[],
  ) {
    this.#tree = new Map(tree.map((node) => [node.id, node]));
    this.#landings = new Map(landings.map((one) => [`${one.fileId} ${one.version}`, one]));
    this.#departures = new Map(departures.map((one) => [one.id, one]));
    this.#purged = new Set(devices.flatMap(({ changes }) => [...changes.purged]));
  }

  landing(fileId: string, version: number): Landing | undefined {
    return this.#landings.get(`${fileId} ${version}`);
  }

  /** Deleted for good: only what somebody wanted to be, or what lay beneath it. */
  isGone(id: string): boolean {
    const departure = this.#departures.get(id);
    if (departure === undefined) return false;
    const isWanted = departure.ways.some((way) => this.#purged.has(way));
    expect({ ...departure, isWanted }).toEqual({ ...departure, isWanted: true });
    return true;
  }

  /** What the server was heard to have done is still so, or something came after it. */
  expectKept(heard: Node): void {
    const now = this.#tree.get(heard.id);
    if (now === undefined) expect(this.isGone(heard.id)).toBe(true);
    else expectSince(now, heard);
  }
}

/** As it was heard to be, or something came after it. */
function expectSince(now: TreeNode, heard: Node): void {
  expect(now.seq).toBeGreaterThanOrEqual(heard.seq);
  if (now.seq > heard.seq) return;
  const { name, parentId, version, trashedAt } = heard;
  expect(now).toMatchObject({ name, parentId, version, isTrashed: trashedAt !== null });
}

async function expectFilesKept({ files }: Device, facts: Facts, person: Person): Promise<void> {
  const rows = new Map((await files.rows()).map((row) => [row.id, row]));
  for (const [id, bytes] of files.begun) {
    const row = rows.get(id);
    if (row === undefined) expect([...files.givenUp]).toContain(id);
    else await expectArrived(row, bytes, facts, person);
  }
}

async function expectArrived(
  row: UploadRow,
  bytes: Uint8Array,
  facts: Facts,
  person: Person,
): Promise<void> {
  const { result, folderId, filename } = row;
  if (result === null) throw new Error(`“${filename}” did not arrive`);
  const { fileId, version } = result;
  const landing = facts.landing(fileId, version);
  // Somebody finds it: where it was to go, or where its person is told that it is.
  expect(landing).toMatchObject({ isInTrash: false });
  if (version === 1) expect(result.folderId ?? folderId).toBe(landing?.parentId);
  expectConflictSeen(row.base, result, landing, facts);
  if (!facts.isGone(fileId)) expect(await download(person, fileId, version)).toBe(sha256(bytes));
}

/** A version of a file is the next after the one that was seen; else there is a copy that says so. */
function expectConflictSeen(
  base: UploadRow['base'],
  { fileId, version, isConflictedCopy }: UploadResult,
  landing: Landing | undefined,
  facts: Facts,
): void {
  if (version === 1) expect(landing?.conflictOf).toBe(isConflictedCopy ? base?.fileId : null);
  if (base === null || isConflictedCopy) return;
  if (fileId === base.fileId) expect(version).toBe(base.version + 1);
  else expect(facts.isGone(base.fileId)).toBe(true);
}

/** In the trash or not. */
async function download(person: Person, fileId: string, version: number): Promise<string> {
  const manifest = await person.get<{ chunks: readonly unknown[] }>(
    `/manifest/${fileId}?version=${version}`,
  );
  const chunks = manifest.body.chunks.map(async (_chunk, index) => {
    const chunk = await person.get(`/files/${fileId}/chunks/${index}?version=${version}`);
    expect(chunk.status).toBe(200);
    return chunk.bytes;
  });
  return sha256(Buffer.concat(await Promise.all(chunks)));
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
