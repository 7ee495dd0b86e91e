// Sends one call for each of many nodes, several at a time.

import type { Node } from '@satchel/shared/wire/nodes';
import { retryDelayMs } from '../engine/retry-delay.ts';
import { ApiError } from '../net/api-error.ts';

/** What came of a call: the node as it is now, null where the server says only that it is done. */
export type Answer =
  | { readonly id: string; readonly is: 'done'; readonly node: Node | null }
  | { readonly id: string; readonly is: 'refused'; readonly error: unknown };

export interface SendEach {
  readonly send: (id: string, idempotencyKey: string) => Promise<Node | null>;
  readonly newKey: () => string;
  readonly onAnswer: (answer: Answer) => void;
  readonly wait: (ms: number) => Promise<void>;
}

// A browser has six connections to a server without HTTP/2. The calls are short, so that whoever else
// needs one soon has it.
const AT_ONCE = 6;
const MOST_TRIES = 4;

/** Tells an answer for every id. A call that got none is sent again under the same key. Once the
 *  server is not there at all, or knows nobody any more, the rest is refused unsent. */
export async function sendEach(ids: readonly string[], how: SendEach): Promise<void> {
  const queue = ids.values();
  const line = { isUp: false, broken: null };
  const work = async () => {
    for (const id of queue) how.onAnswer(await askOnce(id, how, line));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

interface Line {
  /** The server has answered something. */
  isUp: boolean;
  /** Why nothing more is sent. */
  broken: ApiError | null;
}

async function askOnce(id: string, how: SendEach, line: Line): Promise<Answer> {
  const key = how.newKey();
  for (let attempts = 1; ; attempts += 1) {
    if (line.broken !== null) return { id, is: 'refused', error: line.broken };
    try {
      const node = await how.send(id, key);
      line.isUp = true;
      return { id, is: 'done', node };
    } catch (error) {
      if (!isNoAnswer(error)) {
        line.isUp = true;
        return { id, is: 'refused', error };
      }
      if (isFinal(error, attempts, line)) {
        line.broken = error;
        return { id, is: 'refused', error };
      }
      await how.wait(retryDelayMs(attempts, Math.random(), error.retryAfterMs));
    }
  }
}

function isNoAnswer(error: unknown): error is ApiError {
  if (!(error instanceof ApiError)) return false;
  return error.reaction === 'retry' || error.reaction === 'sign-in';
}

// Whoever has just asked, and reaches nobody, is told at once: waiting is for what is under way.
function isFinal(error: ApiError, attempts: number, line: Line): boolean {
  return error.reaction === 'sign-in' || !line.isUp || attempts === MOST_TRIES;
}
