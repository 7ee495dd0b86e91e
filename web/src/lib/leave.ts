import { signOut } from '@satchel/worker/page/account';
import { navigate } from 'wouter/use-browser-location';
import { showToast } from '../ui/toasts/toast-store.ts';

/** Signs out on this browser, and on the server where it can be reached. */
export async function leave(): Promise<void> {
  // Whoever signs in next begins at their files, not where this person was.
  navigate('/', { replace: true });
  try {
    await signOut();
  } catch {
    showToast({
      text: 'Signed out on this browser. The server could not be reached to end the session there.',
    });
  }
}
