import { idSchema, queryIntegerSchema } from '@satchel/shared/wire/primitives';
import { chunkIndexSchema } from '@satchel/shared/wire/uploads';
import * as v from 'valibot';
import { type Route, route } from '../../lib/route.ts';
import type { Queryable } from '../../lib/tx.ts';
import type { BlobStore } from '../../ports/blob-store.ts';
import { downloadFile } from './download-file.ts';
import { getChunk } from './get-chunk.ts';
import { getManifest } from './get-manifest.ts';

export interface VersionDeps {
  readonly db: Queryable;
  readonly blobs: BlobStore;
}

const access = 'signed-in';
const query = v.object({ version: v.optional(v.pipe(queryIntegerSchema, v.minValue(1))) });

export function routes({ db, blobs }: VersionDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: '/files/:id/download',
      access,
      params: v.object({ id: idSchema }),
      query: v.object({ inline: v.optional(v.string()) }),
      handle: ({ caller, params, query: { inline }, header }) =>
        downloadFile(
          { db, blobs },
          {
            userId: caller.userId,
            fileId: params.id,
            wantsInline: inline === '1',
            range: header('range'),
            ifRange: header('if-range'),
            ifNoneMatch: header('if-none-match'),
          },
        ),
    }),
    route({
      method: 'GET',
      path: '/manifest/:fileId',
      access,
      params: v.object({ fileId: idSchema }),
      query,
      handle: ({ caller: { userId }, params, query: { version }, header }) => {
        const ifNoneMatch = header('if-none-match');
        return getManifest({ db }, { ...params, userId, version, ifNoneMatch });
      },
    }),
    route({
      method: 'GET',
      path: '/files/:id/chunks/:index',
      access,
      params: v.object({ id: idSchema, index: chunkIndexSchema }),
      query,
      handle: ({ caller: { userId }, params: { id, index }, query: { version }, header }) => {
        const ifNoneMatch = header('if-none-match');
        return getChunk({ db, blobs }, { userId, fileId: id, index, version, ifNoneMatch });
      },
    }),
  ];
}
