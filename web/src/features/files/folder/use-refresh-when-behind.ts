import { useEffect } from 'react';

const SETTLE_MS = 400;

/** Asks for the folder again soon after files arrived there that its list does not have yet. */
export function useRefreshWhenBehind(isBehind: boolean, refresh: () => void): void {
  useEffect(() => {
    if (!isBehind) return;
    const timer = setTimeout(refresh, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [isBehind, refresh]);
}
