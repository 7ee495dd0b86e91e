import { listTrashQuerySchema, type Node, updateNodeSchema } from '@satchel/shared/wire/nodes';
import { idSchema } from '@satchel/shared/wire/primitives';
import * as v from 'valibot';
import { type Answer, noContent, ok, type Route, route } from '../../lib/route.ts';
import type { Database } from '../../lib/tx.ts';
import type { Clock } from '../../ports/clock.ts';
import { emptyTrash } from './empty-trash.ts';
import { getFile } from './get-file.ts';
import { listTrash } from './list-trash.ts';
import { purgeNode } from './purge-node.ts';
import { restoreNode } from './restore-node.ts';
import { trashNode } from './trash-node.ts';
import { updateNode } from './update-node.ts';

export interface FileDeps {
  readonly db: Database;
  readonly clock: Clock;
}

const params = v.object({ id: idSchema });
const access = 'signed-in';

export function routes(deps: FileDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: '/files/:id',
      access,
      params,
      handle: async ({ caller, params: { id } }) =>
        ok(await getFile(deps, { userId: caller.userId, id })),
    }),
    ...nodeRoutes('/files/:id', deps),
    ...nodeRoutes('/folders/:id', deps),
    ...trashRoutes(deps),
  ];
}

/** What can be done to a file as to a folder; either address takes both. */
function nodeRoutes(path: string, { clock }: FileDeps): Route[] {
  return [
    route({
      method: 'PATCH',
      path,
      access,
      params,
      body: updateNodeSchema,
      handle: ({ caller, params: { id }, body, once }) =>
        once<Node>(
          (node) => ok({ node }),
          (transact) => updateNode({ transact }, { ...body, userId: caller.userId, id }),
        ),
    }),
    route({
      method: 'DELETE',
      path,
      access,
      params,
      handle: ({ caller, params: { id }, once, header }) =>
        once<Node>(wantsNode(header('prefer')) ? withNode : noContent, (transact) =>
          trashNode({ transact, clock }, { userId: caller.userId, id }),
        ),
    }),
    route({
      method: 'POST',
      path: `${path}/restore`,
      access,
      params,
      handle: ({ caller, params: { id }, once }) =>
        once<Node>(
          (node) => ok({ node }),
          (transact) => restoreNode({ transact }, { userId: caller.userId, id }),
        ),
    }),
  ];
}

/** RFC 7240, 4.2. */
function wantsNode(prefer: string | undefined): boolean {
  return /(^|[,\s])return=representation([;,\s]|$)/i.test(prefer ?? '');
}

function withNode(node: Node): Answer {
  const headers = { 'Preference-Applied': 'return=representation' };
  return { status: 200, body: { node }, headers };
}

function trashRoutes(deps: FileDeps): Route[] {
  const { db } = deps;
  return [
    route({
      method: 'GET',
      path: '/trash',
      access,
      query: listTrashQuerySchema,
      handle: async ({ caller, query }) =>
        ok(await listTrash({ db }, { ...query, userId: caller.userId })),
    }),
    route({
      method: 'DELETE',
      path: '/trash/:id',
      access,
      params,
      handle: ({ caller, params: { id }, once }) =>
        once<void>(noContent, (transact) =>
          purgeNode({ db, transact }, { userId: caller.userId, id }),
        ),
    }),
    route({
      method: 'DELETE',
      path: '/trash',
      access,
      handle: ({ caller, once }) =>
        once<void>(noContent, async (transact) => {
          await emptyTrash(deps, { userId: caller.userId });
          await transact(async () => {});
        }),
    }),
  ];
}
