import { signOut } from '@satchel/worker/page/account';
import { showToast } from '../ui/toasts/toast-store.ts';

/** Signs out on this browser, and on the server where it can be reached. */
export async function leave(): Promise<void> {
  try {
    await signOut();
  } catch {
    showToast({
      text: 'Signed out on this browser. The server could not be reached to end the session there.',
    });
  }
}
