import { readConnection } from '@satchel/worker/local/connection';
import { NOTHING_HELD_UP, readHeldUpFolders } from '@satchel/worker/local/held-up-folders';
import { readTransferLimits } from '@satchel/worker/local/transfer-limits';
import { isMetered } from '@satchel/worker/page/network';
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo, useState } from 'react';
import { useConnectionStore, whatIsMissing } from './connection-store.ts';
import type { Surroundings } from './transfer-phase.ts';
import { useUser } from './use-account.ts';

/** Whether uploads can be sent now. It changes when that does, not with every second. */
export function useWayToServer(): Omit<Surroundings, 'nowMs'> {
  const missing = useConnectionStore(({ connection }) => whatIsMissing(connection));
  const isHeldBack = useLiveQuery(readTransferLimits)?.pausesOnMetered === true && isMetered();
  const closedUntilMs = useLiveQuery(readConnection)?.closedUntil ?? 0;
  const heldUpFolders = useHeldUpFolders();
  const [passedMs, setPassedMs] = useState(0);
  useEffect(() => {
    const leftMs = closedUntilMs - Date.now();
    if (leftMs <= 0) return;
    const timer = setTimeout(() => setPassedMs(closedUntilMs), leftMs);
    return () => clearTimeout(timer);
  }, [closedUntilMs]);
  const isOver = closedUntilMs <= passedMs;
  return useMemo(
    () => ({ missing, isHeldBack, closedUntilMs: isOver ? 0 : closedUntilMs, heldUpFolders }),
    [missing, isHeldBack, isOver, closedUntilMs, heldUpFolders],
  );
}

export function useHeldUpFolders(): Surroundings['heldUpFolders'] {
  const { id: userId } = useUser();
  return useLiveQuery(() => readHeldUpFolders(userId), [userId]) ?? NOTHING_HELD_UP;
}
