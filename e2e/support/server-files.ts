import { createHash } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';

/** Whoever asks: a page, a browser, another device. */
export interface Caller {
  readonly request: APIRequestContext;
}

interface ListedNode {
  readonly id: string;
  readonly name: string;
  readonly kind: 'file' | 'folder';
  /** Of a file, how many it has. */
  readonly version: number | null;
}

/** The children of a folder as the server has them; null is the root. */
export async function listOnServer(caller: Caller, folderId: string | null): Promise<ListedNode[]> {
  const items: ListedNode[] = [];
  let cursor: string | null = null;
  do {
    const query = new URLSearchParams({ limit: '1000' });
    if (folderId !== null) query.set('folderId', folderId);
    if (cursor !== null) query.set('cursor', cursor);
    const answer = await caller.request.get(`/api/v1/files?${query}`);
    const result = (await answer.json()) as { items: ListedNode[]; nextCursor: string | null };
    items.push(...result.items);
    cursor = result.nextCursor;
  } while (cursor !== null);
  return items;
}

/** Every file beneath a folder, by its path from there, with the SHA-256 of what the server sends. */
export async function hashesOnServer(
  caller: Caller,
  folderId: string | null,
): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for (const node of await listOnServer(caller, folderId)) {
    if (node.kind === 'folder') {
      for (const [path, hash] of await hashesOnServer(caller, node.id))
        hashes.set(`${node.name}/${path}`, hash);
    } else {
      const answer = await caller.request.get(`/api/v1/files/${node.id}/download`);
      hashes.set(
        node.name,
        createHash('sha256')
          .update(await answer.body())
          .digest('hex'),
      );
    }
  }
  return hashes;
}
