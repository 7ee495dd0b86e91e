// The upload protocol in memory, each call one instant.

import { chunkCount } from '@satchel/shared/chunk-plan';
import { ERRORS, type ErrorCode } from '@satchel/shared/errors';
import type { CheckAnswer, CompleteAnswer, UploadAnswer } from '@satchel/shared/wire/uploads';
import { ApiError } from '../../src/net/api-error.ts';
import type { InitUploadBody } from '../../src/net/upload-api.ts';

export function refusal(code: ErrorCode, retryAfterMs: number | null = null): ApiError {
  const { status, reaction } = ERRORS[code];
  return new ApiError({ status, code, reaction, retryAfterMs, detail: code, fields: [] });
}

interface Session {
  readonly id: string;
  readonly body: InitUploadBody;
  readonly hashes: (string | undefined)[];
  readonly received: Set<number>;
  status: 'open' | 'completed' | 'cancelled' | 'expired';
  result: CompleteAnswer | null;
}

export interface FakeFile {
  readonly id: string;
  readonly name: string;
  readonly hashes: readonly string[];
  version: number;
}

export class FakeServer {
  readonly sessions = new Map<string, Session>();
  readonly files = new Map<string, FakeFile>();
  readonly folders = new Set(['root']);
  readonly #answers = new Map<string, Session>();
  readonly #stored = new Set<string>();

  init(body: InitUploadBody, key: string): Session {
    const known = this.#answers.get(key);
    if (known) return known;
    if (!this.folders.has(body.folderId)) throw refusal('not-found');
    if (body.id !== undefined && this.files.has(body.id)) throw refusal('id-taken');
    const session: Session = {
      id: `session ${this.sessions.size}`,
      body,
      hashes: [],
      received: new Set(),
      status: 'open',
      result: null,
    };
    this.sessions.set(session.id, session);
    this.#answers.set(key, session);
    return session;
  }

  hasAnswered(key: string): boolean {
    return this.#answers.has(key);
  }

  check(id: string, hashes: readonly string[], offset: number): CheckAnswer {
    const session = this.#open(id);
    const answer = { needed: [] as number[], existing: [] as number[] };
    hashes.forEach((hash, i) => {
      const index = offset + i;
      this.#declare(session, index, hash);
      if (this.#stored.has(hash)) session.received.add(index);
      (session.received.has(index) ? answer.existing : answer.needed).push(index);
    });
    return answer;
  }

  put(id: string, index: number, hash: string): void {
    const session = this.#get(id);
    if (session.status === 'completed') {
      if (session.hashes[index] !== hash) throw refusal('hash-changed');
      return;
    }
    this.#open(id);
    this.#declare(session, index, hash);
    this.#stored.add(hash);
    session.received.add(index);
  }

  status(id: string): UploadAnswer {
    const session = this.#get(id);
    if (session.status !== 'completed') this.#open(id);
    return {
      uploadId: id,
      filename: session.body.filename,
      size: session.body.size,
      chunkSize: 1,
      totalChunks: chunkCount(session.body.size),
      needed: session.status === 'completed' ? [] : this.#missing(session),
      expiresAt: '',
      status: session.status === 'completed' ? 'completed' : 'open',
    };
  }

  complete(id: string): CompleteAnswer {
    const session = this.#get(id);
    if (session.result) return session.result;
    this.#open(id);
    if (this.#missing(session).length > 0) throw refusal('chunks-missing');
    session.status = 'completed';
    session.result = this.#makeFile(session);
    return session.result;
  }

  cancel(id: string): void {
    const session = this.#get(id);
    if (session.status === 'completed') throw refusal('upload-completed');
    session.status = 'cancelled';
  }

  /** The session and what was sent in it are swept. */
  expire(id: string): void {
    const session = this.#get(id);
    if (session.status === 'open') session.status = 'expired';
  }

  #makeFile({ body, hashes }: Session): CompleteAnswer {
    const sibling = [...this.files.values()].find((file) => file.name === body.filename);
    const fileId = sibling?.id ?? body.id ?? `file ${this.files.size}`;
    const version = (sibling?.version ?? 0) + 1;
    const whole = hashes.filter((hash) => hash !== undefined);
    this.files.set(fileId, { id: fileId, name: body.filename, hashes: whole, version });
    return { fileId, version, contentHash: whole.join('') };
  }

  #declare(session: Session, index: number, hash: string): void {
    const declared = session.hashes[index];
    if (declared !== undefined && declared !== hash) throw refusal('hash-changed');
    session.hashes[index] = hash;
  }

  #missing(session: Session): number[] {
    const all = Array.from({ length: chunkCount(session.body.size) }, (_, i) => i);
    return all.filter((index) => !session.received.has(index));
  }

  #get(id: string): Session {
    const session = this.sessions.get(id);
    if (!session) throw refusal('not-found');
    return session;
  }

  #open(id: string): Session {
    const session = this.#get(id);
    if (session.status === 'completed') throw refusal('upload-completed');
    if (session.status !== 'open') throw refusal('gone');
    return session;
  }
}
