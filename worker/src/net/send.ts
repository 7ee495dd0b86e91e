// The only fetch. Sends one request and gives back what its schema makes of the answer.

import * as v from 'valibot';
import { errorFrom, networkError, unreadableAnswer } from './api-error.ts';

export interface ApiRequest<Schema extends v.GenericSchema | null> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`; parts that come from outside are already encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  /** An object is sent as JSON; a Blob or a buffer as the bytes it is. */
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly idempotencyKey?: string;
  /** Told as soon as a success begins, before any of its body is there. */
  readonly onHeaders?: ((headers: Headers) => void) | undefined;
  /** What a success holds; null where it holds nothing, or where `onBytes` takes it. */
  readonly answer: Schema;
  /** Takes the body as the bytes it is. */
  readonly onBytes?: (bytes: ArrayBuffer) => void;
  readonly timeoutMs?: number;
  /** The same, until an answer begins. */
  readonly answersWithinMs?: number;
  readonly signal?: AbortSignal | undefined;
}

type Answer<Schema> = Schema extends v.GenericSchema ? v.InferOutput<Schema> : undefined;

/** Throws `ApiError`, or the signal's reason when the caller gave up. */
export type Send = <Schema extends v.GenericSchema | null>(
  request: ApiRequest<Schema>,
) => Promise<Answer<Schema>>;

export interface SendOptions {
  /** Empty: where this code came from. */
  readonly origin?: string;
  readonly fetch?: typeof globalThis.fetch;
}

const DEFAULT_TIMEOUT_MS = 30_000;

export function createSend(options: SendOptions = {}): Send {
  const origin = options.origin ?? '';
  return async (request) => {
    const send = options.fetch ?? globalThis.fetch;
    const timeout = AbortSignal.timeout(request.timeoutMs ?? DEFAULT_TIMEOUT_MS);
    const patience = new Patience(request.answersWithinMs);
    const ends = [timeout, patience.signal, ...(request.signal ? [request.signal] : [])];
    const signal = AbortSignal.any(ends);
    try {
      const response = await send(origin + urlOf(request), initOf(request, signal));
      patience.end();
      if (!response.ok) throw await errorFrom(response);
      request.onHeaders?.(response.headers);
      if (request.onBytes) request.onBytes(await response.arrayBuffer());
      return await readAnswer(response, request.answer);
    } catch (error) {
      request.signal?.throwIfAborted();
      const isLate = timeout.aborted || patience.signal.aborted;
      if (error instanceof TypeError || isLate) throw networkError(error);
      throw error;
    } finally {
      patience.end();
    }
  };
}

/** For the beginning of an answer. */
class Patience {
  readonly #end = new AbortController();
  readonly #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ms: number | undefined) {
    if (ms !== undefined) this.#timer = setTimeout(() => this.#end.abort(), ms);
  }

  get signal(): AbortSignal {
    return this.#end.signal;
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}

function urlOf(request: ApiRequest<v.GenericSchema | null>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(request.query ?? {})) {
    if (value !== undefined) query.set(name, String(value));
  }
  return `/api/v1${request.path}${query.size > 0 ? `?${query}` : ''}`;
}

function initOf(request: ApiRequest<v.GenericSchema | null>, signal: AbortSignal): RequestInit {
  const headers = new Headers(request.headers);
  if (request.idempotencyKey !== undefined) headers.set('Idempotency-Key', request.idempotencyKey);
  const init: RequestInit = { method: request.method, headers, signal, cache: 'no-store' };
  if (request.body === undefined) return init;
  if (request.body instanceof Blob || request.body instanceof ArrayBuffer) {
    headers.set('Content-Type', 'application/octet-stream');
    return { ...init, body: request.body };
  }
  headers.set('Content-Type', 'application/json');
  return { ...init, body: JSON.stringify(request.body) };
}

async function readAnswer<Schema extends v.GenericSchema | null>(
  response: Response,
  schema: Schema,
): Promise<Answer<Schema>> {
  if (schema === null) {
    if (!response.bodyUsed) await response.body?.cancel();
    return undefined as Answer<Schema>;
  }
  const text = response.status === 204 ? 'null' : await response.text();
  try {
    return v.parse(schema, JSON.parse(text)) as Answer<Schema>;
  } catch (error) {
    throw unreadableAnswer(response.status, error);
  }
}
