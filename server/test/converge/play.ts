// Has devices do what the steps say, and brings them together at the end.

import { randomBytes } from 'node:crypto';
import { CHUNK_SIZE_BYTES } from '@satchel/shared/limits';
import type { User } from '@satchel/shared/wire/users';
import { uuidv7 } from 'uuidv7';
import type { Mutation } from '../../../worker/src/engine/mutations/mutation.ts';
import type { Content, Deed, Step } from './deed.ts';
import type { Device } from './device.ts';
import type { TreeNode } from './tree-node.ts';

/** Sooner than this everything has been sent, unless something waits for ever. */
const MOST_ROUNDS = 30;

type Bytes = Uint8Array<ArrayBuffer>;
const SAME: Bytes = new TextEncoder().encode('what several people have');
const FIRST_CHUNK: Bytes = new Uint8Array(randomBytes(CHUNK_SIZE_BYTES));

export class Play {
  readonly #devices: readonly Device[];
  readonly #user: User;

  constructor(devices: readonly Device[], user: User) {
    this.#devices = devices;
    this.#user = user;
  }

  async take(steps: readonly Step[]): Promise<void> {
    let going: Promise<unknown>[] = [];
    for (const step of steps) {
      going.push(this.#take(step));
      if (step.isAlong) continue;
      await allOf(going);
      going = [];
    }
    await allOf(going);
  }

  /** Everybody is on line, sends, does something about what needs them, and hears of all the others. */
  async settle(choices: readonly number[]): Promise<void> {
    for (const { network } of this.#devices) {
      network.isOnline = true;
      network.breaksAfter = null;
    }
    let chosen = 0;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      await allOf(this.#devices.map((device) => device.sendRest()));
      let open = 0;
      for (const device of this.#devices) {
        const choice = choices[chosen % choices.length] ?? 0;
        const needy = await device.goOn(0, choice);
        if (needy > 0) chosen += 1;
        open += needy + (await device.countWaiting());
      }
      if (open === 0) return allOf(this.#devices.map((device) => device.hear()));
    }
    throw new Error(`still waiting: ${JSON.stringify(await this.leftovers())}`);
  }

  async leftovers(): Promise<unknown[][]> {
    return Promise.all(this.#devices.map((device) => device.leftovers()));
  }

  async #syncAll(): Promise<void> {
    await allOf(this.#devices.map((device) => device.sync()));
  }

  async #take({ device: n, deed }: Step): Promise<void> {
    const device = this.#devices[n];
    if (device === undefined) return;
    switch (deed.is) {
      case 'sync':
        return device.sync();
      case 'hear':
        return device.hear();
      case 'sync-all':
        return this.#syncAll();
      case 'offline':
      case 'online':
        device.network.isOnline = deed.is === 'online';
        return;
      case 'break':
        device.network.breaksAfter = deed.after;
        return;
      case 'undo':
        return device.changes.undo(deed.node);
      case 'cancel':
        return device.files.cancel(deed.node);
      case 'go-on':
        await device.goOn(deed.node, deed.choice);
        return;
      case 'upload':
      case 'drop':
        return this.#add(device, deed);
      default:
        return this.#change(device, deed);
    }
  }

  async #add(device: Device, deed: Extract<Deed, { is: 'upload' | 'drop' }>): Promise<void> {
    const folder = pick(foldersIn(await device.tree()), deed.parent);
    const path = deed.is === 'drop' ? [deed.name, 'file'] : [deed.name];
    await device.files.add(folder?.id ?? this.#user.rootFolderId, path, bytesOf(deed.content));
  }

  async #change(device: Device, deed: TreeDeed): Promise<void> {
    const tree = await device.tree();
    if (deed.is === 'create') {
      const parentId = pick(foldersIn(tree), deed.parent)?.id ?? this.#user.rootFolderId;
      return device.changes.make(uuidv7(), this.#newFolder(parentId, deed.name));
    }
    const isOfTrash = deed.is === 'restore' || deed.is === 'purge';
    const nodes = tree.filter(({ parentId }) => parentId !== null);
    const node = pick(
      nodes.filter(({ isTrashed }) => isTrashed === isOfTrash),
      deed.node,
    );
    if (node !== undefined) await device.changes.make(node.id, mutationOf(deed, tree));
  }

  #newFolder(parentId: string, name: string): Mutation {
    const { id, displayName, personalSpaceId: spaceId } = this.#user;
    return { is: 'create-folder', name, parentId, spaceId, by: { id, displayName }, joins: false };
  }
}

type TreeDeed = Extract<
  Deed,
  { is: 'create' | 'rename' | 'move' | 'trash' | 'restore' | 'purge' | 'undo' | 'cancel' }
>;

function mutationOf(deed: Exclude<TreeDeed, { is: 'create' }>, tree: readonly TreeNode[]) {
  switch (deed.is) {
    case 'rename':
      return { is: deed.is, name: deed.name } as const;
    case 'move':
      return { is: deed.is, parentId: pick(foldersIn(tree), deed.parent)?.id ?? '' } as const;
    case 'restore':
      return { is: deed.is, homeId: null } as const;
    case 'purge':
      return { is: deed.is } as const;
    default:
      return { is: 'trash' } as const;
  }
}

function foldersIn(tree: readonly TreeNode[]): TreeNode[] {
  return tree.filter(({ kind, isTrashed }) => kind === 'folder' && !isTrashed);
}

function pick(nodes: readonly TreeNode[], n: number): TreeNode | undefined {
  return nodes.at(n % Math.max(1, nodes.length));
}

function bytesOf(content: Content): Bytes {
  const own = new TextEncoder().encode(uuidv7());
  if (content === 'own') return own;
  if (content === 'same') return SAME;
  if (content === 'empty') return new Uint8Array();
  const bytes = new Uint8Array(CHUNK_SIZE_BYTES + own.length);
  bytes.set(FIRST_CHUNK);
  bytes.set(own, CHUNK_SIZE_BYTES);
  return bytes;
}

/** Waits for the end of all of them, whatever becomes of one. */
async function allOf(going: readonly Promise<unknown>[]): Promise<void> {
  const ends = await Promise.allSettled(going);
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
