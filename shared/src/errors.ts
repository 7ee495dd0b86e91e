/** Every refusal the server can give: one closed table, read by both sides.
 *
 *  `reaction` is what a client does about it, so that it never has to look at text:
 *  `fix` the person must change something · `retry` wait, then send the same again ·
 *  `sign-in` ask the person to sign in, then go on · `refetch` the local view is stale ·
 *  `stop` sending it again can never succeed. */
export type Reaction = 'fix' | 'retry' | 'sign-in' | 'refetch' | 'stop';

interface ErrorEntry {
  readonly status: number;
  readonly reaction: Reaction;
  readonly title: string;
}

export const ERRORS = {
  'invalid-request': { status: 400, reaction: 'stop', title: 'The request is not valid' },
  'invalid-name': { status: 400, reaction: 'fix', title: 'This name cannot be used' },
  'hash-mismatch': { status: 400, reaction: 'retry', title: 'The bytes do not match their hash' },
  'wrong-size': { status: 400, reaction: 'stop', title: 'The chunk has the wrong size' },
  unauthenticated: { status: 401, reaction: 'sign-in', title: 'Sign in to go on' },
  'bad-credentials': { status: 401, reaction: 'fix', title: 'E-mail or password is wrong' },
  forbidden: { status: 403, reaction: 'stop', title: 'This is not allowed' },
  'cross-origin': { status: 403, reaction: 'stop', title: 'The request came from another site' },
  'signup-closed': { status: 403, reaction: 'stop', title: 'This server takes no new accounts' },
  'not-found': { status: 404, reaction: 'refetch', title: 'There is nothing here' },
  'method-not-allowed': { status: 405, reaction: 'stop', title: 'This cannot be done here' },
  'name-taken': { status: 409, reaction: 'fix', title: 'The name is already taken here' },
  'email-taken': { status: 409, reaction: 'fix', title: 'This e-mail already has an account' },
  'id-taken': { status: 409, reaction: 'stop', title: 'The id is already in use' },
  cycle: { status: 409, reaction: 'refetch', title: 'A folder cannot go inside itself' },
  'in-trash': { status: 409, reaction: 'refetch', title: 'This is in the trash' },
  'version-conflict': { status: 409, reaction: 'refetch', title: 'It was changed in between' },
  'hash-changed': { status: 409, reaction: 'stop', title: 'The chunk was declared differently' },
  'chunks-missing': { status: 409, reaction: 'refetch', title: 'Some chunks have not arrived' },
  'upload-completed': { status: 409, reaction: 'stop', title: 'The upload is already complete' },
  gone: { status: 410, reaction: 'stop', title: 'This was here and is over' },
  'cursor-expired': { status: 410, reaction: 'refetch', title: 'Too much has changed since' },
  'length-required': { status: 411, reaction: 'stop', title: 'The length of the body is missing' },
  'chunk-too-large': { status: 413, reaction: 'stop', title: 'The chunk is too large' },
  'body-too-large': { status: 413, reaction: 'stop', title: 'The request is too large' },
  'unsupported-media-type': { status: 415, reaction: 'stop', title: 'The body has the wrong type' },
  'request-timeout': { status: 408, reaction: 'retry', title: 'The request took too long' },
  'headers-too-large': { status: 431, reaction: 'stop', title: 'The headers are too large' },
  'range-not-satisfiable': { status: 416, reaction: 'refetch', title: 'The range is outside' },
  'not-a-folder': { status: 422, reaction: 'stop', title: 'This is not a folder' },
  'not-a-file': { status: 422, reaction: 'stop', title: 'This is not a file' },
  'too-deep': { status: 422, reaction: 'fix', title: 'Folders are nested too deep' },
  'idempotency-key-reused': {
    status: 422,
    reaction: 'stop',
    title: 'The key belongs to another request',
  },
  'rate-limited': { status: 429, reaction: 'retry', title: 'Too many tries, wait a little' },
  internal: { status: 500, reaction: 'retry', title: 'Something went wrong on the server' },
  'storage-unavailable': { status: 503, reaction: 'retry', title: 'The storage does not answer' },
  'quota-exceeded': { status: 507, reaction: 'fix', title: 'There is not enough room' },
  'storage-full': { status: 507, reaction: 'retry', title: 'The server has no room left' },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERRORS;

export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERRORS, code);
}

/** What the client does about an answer: by its code, else by its status (an unknown code from a
 *  newer server, or an answer that a proxy made up). */
export function reactionTo(status: number, code: unknown): Reaction {
  if (isErrorCode(code)) return ERRORS[code].reaction;
  if (status === 401) return 'sign-in';
  return status === 408 || status === 425 || status === 429 || status >= 500 ? 'retry' : 'stop';
}
