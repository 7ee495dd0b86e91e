import * as v from 'valibot';
import { nodeSchema } from './nodes.ts';
import { countSchema, idSchema, pageQueryEntries } from './primitives.ts';

const numbered = { space: idSchema, seq: countSchema };

export const goneSchema = v.object({ ...numbered, gone: idSchema });

/** What became of one node of a space: how it is now, or that it is gone. State, not history. */
export const changeSchema = v.union([v.object({ ...numbered, node: nodeSchema }), goneSchema]);
export type Change = v.InferOutput<typeof changeSchema>;

// Some hundred spaces.
const MAX_CURSOR_LENGTH = 8000;

/** Opaque: how much of the caller's spaces a client has seen. */
export const feedCursorSchema = v.pipe(v.string(), v.maxLength(MAX_CURSOR_LENGTH));

export const changesQuerySchema = v.object({
  limit: pageQueryEntries.limit,
  cursor: v.optional(feedCursorSchema),
});

/** Says the cursor of a page ahead of its body where there is more and the cursor is short, so that who
 *  reads all asks for the next page while this one is still on its way. */
export const NEXT_CURSOR_HEADER = 'Satchel-Next-Cursor';
/** Proxies refuse an answer whose headers are long. */
export const NEXT_CURSOR_MAX_LENGTH = 1000;

export const pageEnd = {
  /** Where to go on from once the changes of a page are applied. */
  cursor: feedCursorSchema,
  /** There may be more already: ask again. */
  hasMore: v.boolean(),
};

const pageEntries = { changes: v.array(changeSchema), ...pageEnd };

/** The answer of `GET /sync/changes`. */
export const changesPageSchema = v.object(pageEntries);
export type ChangesPage = v.InferOutput<typeof changesPageSchema>;

/** What the server says over the socket. After `reset` comes everything, from the beginning. */
export const feedMessageSchema = v.variant('type', [
  v.object({ type: v.literal('changes'), ...pageEntries }),
  v.object({ type: v.literal('reset') }),
]);
export type FeedMessage = v.InferOutput<typeof feedMessageSchema>;

/** Why the server closes a socket; 1001 where it stops. */
export const FEED_CLOSE_CODES = {
  /** The cursor is none: ask again without one. */
  invalidCursor: 4400,
  /** Not signed in, or no longer. */
  unauthenticated: 4401,
  /** The page that asked is of another site. */
  crossOrigin: 4403,
  /** This account has too many sockets open. */
  tooManySockets: 4429,
} as const;
