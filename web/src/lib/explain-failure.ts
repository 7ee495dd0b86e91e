import { ERRORS, isErrorCode } from '@satchel/shared/errors';

const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    network: 'The server cannot be reached. Try again in a moment.',
    'unreadable-answer': 'Something between here and the server answered instead. Try again.',
    unauthenticated: 'Sign in to go on.',
    'name-taken': 'The name is already taken there.',
    'invalid-name': 'This name cannot be used.',
    'not-found': 'It is not there any more.',
    'in-trash': 'It is in the trash. Restore it first.',
    cycle: 'A folder cannot go inside itself.',
    'too-deep': 'Folders are nested too deep there.',
    'version-conflict': 'It was changed in between. Look again, then repeat it.',
    forbidden: 'You may not do this.',
    'rate-limited': 'That was too much at once. Wait a little, then try again.',
    'changes-unsent': 'Some changes have not been sent yet. Empty the trash when they have.',
    internal: 'The server had trouble. Try again in a moment.',
    'storage-unavailable': 'The storage does not answer. Try again in a moment.',
  }),
);

/** What went wrong and what to do, in words for a person. Goes by the code alone: the text of an
 *  error is for logs. */
export function explainFailure(failure: unknown): string {
  if (isLackOfRoom(failure))
    return 'There is no room in this browser. Free some space on this device.';
  const code = codeOf(failure);
  const own = code === null ? undefined : WORDS.get(code);
  if (own !== undefined) return own;
  return isErrorCode(code) ? `${ERRORS[code].title}.` : 'Something went wrong. Try again.';
}

/** The database throws an error of its own around the browser's. */
function isLackOfRoom(failure: unknown): boolean {
  if (typeof failure !== 'object' || failure === null || !('name' in failure)) return false;
  if (failure.name === 'QuotaExceededError') return true;
  return 'inner' in failure && isLackOfRoom(failure.inner);
}

/** The stable code of a refusal, or null for what is none. */
export function codeOf(failure: unknown): string | null {
  if (typeof failure !== 'object' || failure === null || !('code' in failure)) return null;
  return typeof failure.code === 'string' ? failure.code : null;
}
