import type { FeedRefusal } from '../../engine/feed/feed.ts';
import { ApiError } from '../../net/api-error.ts';

/** What it means that a page of changes did not come. */
export function refusalOf(error: unknown, cursor: string | null): FeedRefusal {
  if (!(error instanceof ApiError)) return { is: 'unreached', retryAfterMs: null };
  const { retryAfterMs } = error;
  if (error.reaction === 'sign-in') return { is: 'sign-in', retryAfterMs };
  // A cursor that the server does not know is as good as one that is too old.
  const isCursorAtFault = error.code === 'cursor-expired' || error.code === 'invalid-request';
  if (isCursorAtFault && cursor !== null) return { is: 'expired', retryAfterMs };
  return { is: error.status === 503 ? 'maintenance' : 'unreached', retryAfterMs };
}
