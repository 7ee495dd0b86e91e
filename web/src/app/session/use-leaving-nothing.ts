import { useEffect } from 'react';
import { forgetDeeds } from '../../lib/undo-store.ts';
import { dismissPersonal } from '../../ui/toasts/toast-store.ts';

/** Has nothing of this person stay on the page when somebody else may be at it, however that came. */
export function useLeavingNothing(userId: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another person is what it is about
  useEffect(
    () => () => {
      forgetDeeds();
      dismissPersonal();
    },
    [userId],
  );
}
