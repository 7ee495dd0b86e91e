import { createFolderSchema, listFilesQuerySchema, type Node } from '@satchel/shared/wire/nodes';
import { created, ok, type Route, route } from '../../lib/route.ts';
import type { Queryable } from '../../lib/tx.ts';
import type { Clock } from '../../ports/clock.ts';
import { createFolder } from './create-folder.ts';
import { listFolder } from './list-folder.ts';

export interface FolderDeps {
  readonly db: Queryable;
  readonly clock: Clock;
}

export function routes({ db, clock }: FolderDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: '/files',
      access: 'signed-in',
      query: listFilesQuerySchema,
      async handle({ caller, query: { folderId, ...query } }) {
        const isRoot = folderId === undefined || folderId === '' || folderId === 'null';
        const page = { ...query, userId: caller.userId, folderId: isRoot ? null : folderId };
        return ok(await listFolder({ db }, page));
      },
    }),
    route({
      method: 'POST',
      path: '/folders',
      access: 'signed-in',
      body: createFolderSchema,
      handle: ({ caller, body, once }) =>
        once<Node>(
          (folder) => created({ folder }),
          (transact) => createFolder({ transact, clock }, { ...body, userId: caller.userId }),
        ),
    }),
  ];
}
