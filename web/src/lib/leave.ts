import { countUnsettled } from '@satchel/worker/local/outbox';
import { countUnfinished } from '@satchel/worker/local/uploads';
import { signOut } from '@satchel/worker/page/account';
import { navigate } from 'wouter/use-browser-location';
import { showToast } from '../ui/toasts/toast-store.ts';
import { setLeaving } from './leaving-store.ts';

/** Signs out, or asks first what is to become of what the server does not have yet. */
export async function leave(userId: string): Promise<void> {
  const unsettled = (await countUnfinished(userId)) + (await countUnsettled(userId));
  if (unsettled > 0) setLeaving(true);
  else await leaveNow();
}

/** Signs out on this browser, and on the server where it can be reached. */
export async function leaveNow(uploads: { readonly cancelsUploads?: boolean } = {}): Promise<void> {
  setLeaving(false);
  // Whoever signs in next begins at their files, not where this person was.
  navigate('/', { replace: true });
  try {
    await signOut(uploads);
  } catch {
    showToast({
      text: 'Signed out on this browser. The server is told as soon as this browser reaches it.',
      isForAnybody: true,
    });
  }
}
