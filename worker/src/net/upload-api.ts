import {
  type CheckAnswer,
  type CompleteAnswer,
  checkAnswerSchema,
  chunkAnswerSchema,
  completeAnswerSchema,
  type InitAnswer,
  initAnswerSchema,
  type OnConflict,
  type UploadAnswer,
  uploadAnswerSchema,
} from '@satchel/shared/wire/uploads';
import type { Send } from './send.ts';

export interface InitUploadBody {
  readonly filename: string;
  readonly size: number;
  readonly folderId: string;
  readonly mimeType: string;
  readonly lastModified: number | null;
  readonly onConflict: OnConflict;
  readonly id?: string;
  readonly fileId?: string;
  readonly baseVersion?: number;
}

export interface ChunkToSend {
  readonly index: number;
  readonly hash: string;
  readonly bytes: Blob | ArrayBuffer;
}

export interface OpenedSession extends InitAnswer {
  /** It was open already: the answer of then was lost, or whoever got it was killed. */
  readonly isReplayed: boolean;
}

export interface UploadApi {
  init(body: InitUploadBody, idempotencyKey: string, signal?: AbortSignal): Promise<OpenedSession>;
  check(
    session: string,
    chunkHashes: readonly string[],
    offset: number,
    signal?: AbortSignal,
  ): Promise<CheckAnswer>;
  putChunk(session: string, chunk: ChunkToSend, signal?: AbortSignal): Promise<void>;
  status(session: string, signal?: AbortSignal): Promise<UploadAnswer>;
  complete(session: string, idempotencyKey: string, signal?: AbortSignal): Promise<CompleteAnswer>;
  /** Ends a session; one that is over already is fine. */
  cancel(session: string, idempotencyKey: string): Promise<void>;
}

/** 4 MiB at 14 KB/s. */
const CHUNK_TIMEOUT_MS = 300_000;

export function uploadApi(send: Send): UploadApi {
  const at = (session: string) => `/upload/${encodeURIComponent(session)}`;
  return {
    async init(body, idempotencyKey, signal) {
      let isReplayed = false;
      // It was answered before, to an earlier request with the same key.
      const onHeaders = (headers: Headers) => {
        isReplayed = headers.has('Idempotent-Replayed');
      };
      const request = { method: 'POST', path: '/upload/init', body, idempotencyKey } as const;
      const answer = await send({ ...request, answer: initAnswerSchema, onHeaders, signal });
      return { ...answer, isReplayed };
    },
    async check(session, chunkHashes, offset, signal) {
      const path = `${at(session)}/check`;
      const body = { chunkHashes, offset };
      return send({ method: 'POST', path, body, answer: checkAnswerSchema, signal });
    },
    async putChunk(session, chunk, signal) {
      await send({
        method: 'PUT',
        path: `${at(session)}/chunk/${chunk.index}`,
        body: chunk.bytes,
        headers: { 'X-Chunk-Hash': chunk.hash },
        answer: chunkAnswerSchema,
        timeoutMs: CHUNK_TIMEOUT_MS,
        signal,
      });
    },
    async status(session, signal) {
      return send({ method: 'GET', path: at(session), answer: uploadAnswerSchema, signal });
    },
    async complete(session, idempotencyKey, signal) {
      const path = `${at(session)}/complete`;
      const request = { method: 'POST', path, idempotencyKey, signal } as const;
      return send({ ...request, answer: completeAnswerSchema });
    },
    async cancel(session, idempotencyKey) {
      await send({ method: 'DELETE', path: at(session), idempotencyKey, answer: null });
    },
  };
}
