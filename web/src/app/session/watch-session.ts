import { readAccount } from '@satchel/worker/local/account';
import { refreshAccount } from '@satchel/worker/page/account';
import { setConnection } from '../../lib/connection-store.ts';
import { codeOf } from '../../lib/explain-failure.ts';

const LOOK_EVERY_MS = 20_000;
const LOOK_AGAIN_MS = 5_000;

// A proxy that cannot reach the server answers in its stead.
const UNREACHED: ReadonlySet<string | null> = new Set(['network', 'unreadable-answer']);

let timer: ReturnType<typeof setTimeout> | undefined;
let isLooking = false;

/** Asks the server now and then who is signed in, for as long as the page lives: so the screen knows
 *  whether it can be reached, how much room is taken, and that a session was ended elsewhere. */
export function watchSession(): void {
  addEventListener('online', lookNow);
  addEventListener('offline', () => setConnection('offline'));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') lookNow();
  });
  lookNow();
}

/** Looks at once instead of at the next turn. */
export function lookNow(): void {
  clearTimeout(timer);
  void look();
}

async function look(): Promise<void> {
  if (isLooking) return;
  isLooking = true;
  const isReached = await ask();
  isLooking = false;
  setConnection(isReached ? 'connected' : 'offline');
  clearTimeout(timer);
  timer = setTimeout(lookIfSeen, isReached ? LOOK_EVERY_MS : LOOK_AGAIN_MS);
}

// A hidden page asks nobody; it looks the moment it is seen again.
function lookIfSeen(): void {
  if (document.visibilityState === 'visible') lookNow();
}

async function ask(): Promise<boolean> {
  const { user, isSignedIn } = await readAccount();
  // Whoever signed out stays so, even where the server could not be told and the cookie lives on.
  if (user !== null && !isSignedIn) return navigator.onLine;
  try {
    await refreshAccount();
    return true;
  } catch (failure) {
    return !UNREACHED.has(codeOf(failure));
  }
}
