import type { Node } from '@satchel/shared/wire/nodes';
import type { Change, ChangesPage } from '@satchel/shared/wire/sync';
import type { WireClient } from './wire-client.ts';

/** What a device has of the tree: nothing but what the feed has told it. Refuses what the feed must
 *  never do: a number that does not rise. */
export class Replica {
  readonly nodes = new Map<string, Node>();
  readonly #seqs = new Map<string, number>();
  cursor: string | undefined;

  /** Asks until there is no more; returns all that came. */
  async catchUp(client: WireClient, limit = 200): Promise<Change[]> {
    const all: Change[] = [];
    for (let hasMore = true; hasMore; ) {
      const page = await getChanges(client, this.cursor, limit);
      this.apply(page);
      all.push(...page.changes);
      hasMore = page.hasMore;
    }
    return all;
  }

  apply({ changes, cursor }: Pick<ChangesPage, 'changes' | 'cursor'>): void {
    for (const change of changes) {
      const before = this.#seqs.get(change.space) ?? 0;
      if (change.seq <= before) throw new Error(`${change.seq} came after ${before}`);
      this.#seqs.set(change.space, change.seq);
      if ('gone' in change) this.nodes.delete(change.gone);
      else this.nodes.set(change.node.id, change.node);
    }
    this.cursor = cursor;
  }

  /** Another device that has seen just as much. */
  copy(): Replica {
    const copy = new Replica();
    for (const [id, node] of this.nodes) copy.nodes.set(id, node);
    for (const [space, seq] of this.#seqs) copy.#seqs.set(space, seq);
    copy.cursor = this.cursor;
    return copy;
  }

  /** Starts over. */
  clear(): void {
    this.nodes.clear();
    this.#seqs.clear();
    this.cursor = undefined;
  }

  /** The live children of a folder, as a list of the server would hold them. */
  children(folderId: string): Node[] {
    return [...this.nodes.values()]
      .filter((node) => node.parentId === folderId && node.trashedAt === null)
      .sort(byId);
  }

  /** What was itself trashed. */
  trash(): Node[] {
    return [...this.nodes.values()].filter((node) => node.trashedAt !== null).sort(byId);
  }
}

export function byId(a: Node, b: Node): number {
  return a.id < b.id ? -1 : 1;
}

export async function getChanges(
  client: WireClient,
  cursor?: string,
  limit = 200,
): Promise<ChangesPage> {
  const query = new URLSearchParams({ limit: String(limit), ...(cursor && { cursor }) });
  const answer = await client.get<ChangesPage>(`/sync/changes?${query}`);
  if (answer.status !== 200) throw new Error(`${answer.status}: ${answer.bytes}`);
  return answer.body;
}
