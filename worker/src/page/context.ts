// What every command of a page shares.

import { uuidv7 } from 'uuidv7';
import { recordSessionEnded } from '../local/account.ts';
import { createApi } from '../net/api.ts';
import { ApiError } from '../net/api-error.ts';

export const api = createApi();

/** A fresh id for something new, or a fresh idempotency key: both are UUIDv7. */
export function newId(): string {
  return uuidv7();
}

/** Runs a command; when it turns out that nobody is signed in any more, that is recorded. */
export async function asSignedIn<Result>(command: () => Promise<Result>): Promise<Result> {
  try {
    return await command();
  } catch (error) {
    if (error instanceof ApiError && error.reaction === 'sign-in') await recordSessionEnded();
    throw error;
  }
}
