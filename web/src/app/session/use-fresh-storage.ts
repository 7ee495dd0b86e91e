import { useEffect, useRef } from 'react';
import { useOpenTransfers } from '../layout/use-open-transfers.ts';
import { lookNow } from './watch-session.ts';

const SETTLE_MS = 1500;

/** Asks anew how much room is taken when uploads have arrived, at most once for many in a row. */
export function useFreshStorage(): void {
  const open = useOpenTransfers();
  const before = useRef(open);
  useEffect(() => {
    const hasArrived = open < before.current;
    before.current = open;
    if (!hasArrived) return;
    const timer = setTimeout(lookNow, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [open]);
}
