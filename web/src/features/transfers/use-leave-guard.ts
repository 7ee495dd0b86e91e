import { useEffect } from 'react';

/** Has the browser ask before the tab is closed while files are still being read: what is not in
 *  this browser yet would have to be chosen again. */
export function useLeaveGuard(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isNeeded]);
}
