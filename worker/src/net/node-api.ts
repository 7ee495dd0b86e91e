import {
  folderAnswerSchema,
  type Node,
  type NodePage,
  nodeAnswerSchema,
  nodePageSchema,
  nodeWithPathSchema,
  type Order,
  type PathStep,
  type Sort,
} from '@satchel/shared/wire/nodes';
import * as v from 'valibot';
import type { Send } from './send.ts';

export interface PageOf {
  readonly limit?: number;
  readonly cursor?: string;
}

/** Folders first, then by name, where nothing else is said. */
export interface ListOrder {
  readonly sort?: Sort;
  readonly order?: Order;
}

export interface NodeUpdate {
  readonly name?: string;
  readonly folderId?: string;
  readonly baseSeq?: number;
}

export interface NewFolder {
  readonly id: string;
  readonly name: string;
  readonly parentId: string;
}

export interface NodeApi {
  list(folderId: string, page?: PageOf & ListOrder): Promise<NodePage>;
  get(id: string): Promise<{ node: Node; path: PathStep[] }>;
  createFolder(folder: NewFolder, idempotencyKey: string): Promise<Node>;
  update(id: string, update: NodeUpdate, idempotencyKey: string): Promise<Node>;
  /** The node in the trash; null from a server that says no more than that it is there. */
  trash(id: string, idempotencyKey: string): Promise<Node | null>;
  restore(id: string, idempotencyKey: string): Promise<Node>;
  listTrash(page?: PageOf): Promise<NodePage>;
  purge(id: string, idempotencyKey: string): Promise<void>;
  emptyTrash(idempotencyKey: string): Promise<void>;
}

/** A large trash is emptied step by step, and answered for when that is over. */
const EMPTY_TRASH_TIMEOUT_MS = 600_000;

const WANTS_NODE = { Prefer: 'return=representation' };
const trashAnswerSchema = v.nullable(nodeAnswerSchema);

/** Files and folders have one set of calls; the server treats `/files/:id` alike for both. */
export function nodeApi(send: Send): NodeApi {
  const at = (id: string) => `/files/${encodeURIComponent(id)}`;
  return {
    async list(folderId, page = {}) {
      const query = { folderId, ...page };
      return send({ method: 'GET', path: '/files', query, answer: nodePageSchema });
    },
    async get(id) {
      return send({ method: 'GET', path: at(id), answer: nodeWithPathSchema });
    },
    async createFolder(body, idempotencyKey) {
      const request = { method: 'POST', path: '/folders', body, idempotencyKey } as const;
      return (await send({ ...request, answer: folderAnswerSchema })).folder;
    },
    async update(id, body, idempotencyKey) {
      const request = { method: 'PATCH', path: at(id), body, idempotencyKey } as const;
      return (await send({ ...request, answer: nodeAnswerSchema })).node;
    },
    async trash(id, idempotencyKey) {
      const request = {
        method: 'DELETE',
        path: at(id),
        idempotencyKey,
        headers: WANTS_NODE,
      } as const;
      return (await send({ ...request, answer: trashAnswerSchema }))?.node ?? null;
    },
    async restore(id, idempotencyKey) {
      const request = { method: 'POST', path: `${at(id)}/restore`, idempotencyKey } as const;
      return (await send({ ...request, answer: nodeAnswerSchema })).node;
    },
    async listTrash(page = {}) {
      const query = { limit: page.limit, cursor: page.cursor };
      return send({ method: 'GET', path: '/trash', query, answer: nodePageSchema });
    },
    async purge(id, idempotencyKey) {
      const path = `/trash/${encodeURIComponent(id)}`;
      await send({ method: 'DELETE', path, idempotencyKey, answer: null });
    },
    async emptyTrash(idempotencyKey) {
      const timeoutMs = EMPTY_TRASH_TIMEOUT_MS;
      await send({ method: 'DELETE', path: '/trash', idempotencyKey, answer: null, timeoutMs });
    },
  };
}
