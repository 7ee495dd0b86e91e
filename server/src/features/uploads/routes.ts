import { CHUNK_SIZE_BYTES } from '@satchel/shared/limits';
import { idSchema } from '@satchel/shared/wire/primitives';
import {
  type CheckAnswer,
  type CompleteAnswer,
  checkChunksSchema,
  chunkIndexSchema,
  type InitAnswer,
  initUploadSchema,
} from '@satchel/shared/wire/uploads';
import * as v from 'valibot';
import { created, noContent, ok, type Route, route } from '../../lib/route.ts';
import type { Database } from '../../lib/tx.ts';
import type { BlobStore } from '../../ports/blob-store.ts';
import type { Clock } from '../../ports/clock.ts';
import { BufferPool } from './buffer-pool.ts';
import { cancelUpload } from './cancel-upload.ts';
import { checkChunks } from './check-chunks.ts';
import { completeUpload } from './complete-upload.ts';
import { getUpload } from './get-upload.ts';
import { initUpload } from './init-upload.ts';
import { KnownUploads } from './known-uploads.ts';
import { putChunk } from './put-chunk.ts';
import { ReceivedChunks } from './received-chunks.ts';

export interface UploadDeps {
  readonly db: Database;
  readonly blobs: Pick<BlobStore, 'put'>;
  readonly clock: Clock;
}

// 64 MiB in all. One person takes at most three quarters of it.
const BUFFERS = 16;
const BUFFERS_PER_PERSON = 12;

const uploadParams = v.object({ uploadId: idSchema });
const chunkParams = v.object({ uploadId: idSchema, index: chunkIndexSchema });

export function routes(deps: UploadDeps): Route[] {
  return [...uploadRoutes(deps), putRoute(deps)];
}

function putRoute(deps: UploadDeps): Route {
  const buffers = new BufferPool({
    bufferBytes: CHUNK_SIZE_BYTES,
    buffers: BUFFERS,
    buffersPerOwner: BUFFERS_PER_PERSON,
  });
  const put = {
    ...deps,
    buffers,
    known: new KnownUploads(),
    received: new ReceivedChunks(deps.db),
  };
  return route({
    method: 'PUT',
    path: '/upload/:uploadId/chunk/:index',
    access: 'signed-in',
    params: chunkParams,
    body: 'stream',
    async handle({ caller, params, header, stream, signal }) {
      const headers = {
        contentType: header('content-type'),
        contentLength: header('content-length'),
        chunkHash: header('x-chunk-hash'),
      };
      const input = { ...params, userId: caller.userId, headers, stream, signal };
      return ok({ received: true, hash: await putChunk(put, input) });
    },
  });
}

function uploadRoutes({ db, clock }: UploadDeps): Route[] {
  return [
    route({
      method: 'POST',
      path: '/upload/init',
      access: 'signed-in',
      body: initUploadSchema,
      handle: ({ caller, body, once }) =>
        once<InitAnswer>(created, (transact) => initUpload({ clock, transact }, caller, body)),
    }),
    route({
      method: 'POST',
      path: '/upload/:uploadId/check',
      access: 'signed-in',
      params: uploadParams,
      body: checkChunksSchema,
      handle({ caller: { userId }, params, body, once }) {
        const input = { ...params, ...body, userId };
        return once<CheckAnswer>(ok, (transact) => checkChunks({ clock, transact }, input));
      },
    }),
    route({
      method: 'GET',
      path: '/upload/:uploadId',
      access: 'signed-in',
      params: uploadParams,
      handle: async ({ caller, params }) =>
        ok(await getUpload({ db, clock }, caller.userId, params.uploadId)),
    }),
    route({
      method: 'POST',
      path: '/upload/:uploadId/complete',
      access: 'signed-in',
      params: uploadParams,
      handle: ({ caller, params, once }) =>
        once<CompleteAnswer>(ok, (transact) =>
          completeUpload({ clock, transact }, caller, params.uploadId),
        ),
    }),
    route({
      method: 'DELETE',
      path: '/upload/:uploadId',
      access: 'signed-in',
      params: uploadParams,
      handle: ({ caller, params, once }) =>
        once<void>(noContent, (transact) => cancelUpload(transact, caller.userId, params.uploadId)),
    }),
  ];
}
