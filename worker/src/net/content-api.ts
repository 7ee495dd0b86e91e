import { type Manifest, manifestSchema } from '@satchel/shared/wire/manifest';
import type { Send } from './send.ts';

/** One version of a file: what it holds never changes. */
export interface VersionOfFile {
  readonly fileId: string;
  readonly version: number;
}

export interface ContentApi {
  manifest(of: VersionOfFile, signal?: AbortSignal): Promise<Manifest>;
  chunk(of: VersionOfFile, index: number, signal?: AbortSignal): Promise<ArrayBuffer>;
}

/** 4 MiB at 14 KB/s. */
const CHUNK_TIMEOUT_MS = 300_000;
/** The list of a file of a terabyte. */
const MANIFEST_TIMEOUT_MS = 120_000;

export function contentApi(send: Send): ContentApi {
  return {
    async manifest({ fileId, version }, signal) {
      const path = `/manifest/${encodeURIComponent(fileId)}`;
      const timeoutMs = MANIFEST_TIMEOUT_MS;
      const request = { method: 'GET', path, query: { version }, timeoutMs, signal } as const;
      return send({ ...request, answer: manifestSchema });
    },
    async chunk({ fileId, version }, index, signal) {
      const path = `/files/${encodeURIComponent(fileId)}/chunks/${index}`;
      let chunk = new ArrayBuffer(0);
      const onBytes = (bytes: ArrayBuffer) => {
        chunk = bytes;
      };
      const timeoutMs = CHUNK_TIMEOUT_MS;
      const request = { method: 'GET', path, query: { version }, timeoutMs, signal } as const;
      await send({ ...request, onBytes, answer: null });
      return chunk;
    },
  };
}
