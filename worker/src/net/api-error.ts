// An answer that is no success, or no answer at all, as callers see it.

import { type Reaction, reactionTo } from '@satchel/shared/errors';
import { problemSchema } from '@satchel/shared/wire/problem';
import * as v from 'valibot';

const fieldsSchema = v.array(v.object({ path: v.string(), message: v.string() }));
export type FieldFault = v.InferOutput<typeof fieldsSchema>[number];

export interface ApiErrorFacts {
  /** 0 where there was no answer. */
  readonly status: number;
  /** A code of the error table, or `network` (no answer) or `unreadable-answer` (not ours). */
  readonly code: string;
  readonly reaction: Reaction;
  readonly retryAfterMs: number | null;
  /** In words, for a person. */
  readonly detail: string | null;
  readonly fields: readonly FieldFault[];
}

/** Thrown by every call of the API. Switch on `reaction` or `code`, never on text. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly code: string;
  readonly reaction: Reaction;
  readonly retryAfterMs: number | null;
  readonly detail: string | null;
  readonly fields: readonly FieldFault[];

  constructor(facts: ApiErrorFacts, options?: ErrorOptions) {
    super(facts.detail ?? facts.code, options);
    this.status = facts.status;
    this.code = facts.code;
    this.reaction = facts.reaction;
    this.retryAfterMs = facts.retryAfterMs;
    this.detail = facts.detail;
    this.fields = facts.fields;
  }
}

const NOTHING_MORE = { retryAfterMs: null, detail: null, fields: [] } as const;

/** The server was not reached, or did not answer in time. */
export function networkError(cause: unknown): ApiError {
  const facts = { ...NOTHING_MORE, status: 0, code: 'network', reaction: 'retry' } as const;
  return new ApiError(facts, { cause });
}

/** A success whose body is not what the protocol says: a proxy or a sign-in page answered. */
export function unreadableAnswer(status: number, cause: unknown): ApiError {
  const facts = { ...NOTHING_MORE, status, code: 'unreadable-answer', reaction: 'retry' } as const;
  return new ApiError(facts, { cause });
}

/** The copy of a chunk in this browser can't be read. */
export function unreadableChunk(cause: unknown): ApiError {
  const facts = { ...NOTHING_MORE, status: 0, code: 'hash-mismatch', reaction: 'retry' } as const;
  return new ApiError(facts, { cause });
}

/** What came is not what was asked for, by its digest. */
export function wrongBytes(): ApiError {
  const facts = { ...NOTHING_MORE, status: 0, code: 'hash-mismatch', reaction: 'retry' } as const;
  return new ApiError(facts);
}

/** Reads a refusal. Whatever is not a problem of ours is judged by its status. */
export async function errorFrom(response: Response, now = Date.now()): Promise<ApiError> {
  const body = await readJson(response);
  const problem = v.safeParse(problemSchema, body);
  const code = problem.success ? problem.output.code : 'unreadable-answer';
  const fields = problem.success ? v.safeParse(fieldsSchema, problem.output.fields) : null;
  return new ApiError({
    status: response.status,
    code,
    reaction: problem.success
      ? reactionTo(response.status, code)
      : foreignReaction(response.status),
    retryAfterMs: retryAfterMs(response.headers.get('retry-after'), now),
    detail: problem.success ? (problem.output.detail ?? problem.output.title) : null,
    fields: fields?.success ? fields.output : [],
  });
}

// A 404 without a problem comes from something in front of the server, as while it restarts.
function foreignReaction(status: number): Reaction {
  return status === 404 ? 'retry' : reactionTo(status, null);
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null;
  }
}

/** RFC 9110, 10.2.3: seconds, or an HTTP date. */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null) return null;
  const written = header.trim();
  if (/^\d+$/.test(written)) return Number(written) * 1000;
  const at = Date.parse(written);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
