import { readConnection } from '@satchel/worker/local/connection';
import { readTransferLimits } from '@satchel/worker/local/transfer-limits';
import { isMetered } from '@satchel/worker/page/network';
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { useConnectionStore, whatIsMissing } from '../../lib/connection-store.ts';
import { useUser } from '../../lib/use-account.ts';
import { useHeldUpFolders } from '../../lib/use-way-to-server.ts';
import type { Circumstances } from './describe-transfer.ts';

const TICK_MS = 1000;

/** What transfers are described against, with a clock that goes by seconds. */
export function useCircumstances(): Circumstances {
  const { quotaBytes, usedBytes } = useUser();
  const missing = useConnectionStore(({ connection }) => whatIsMissing(connection));
  const closedUntilMs = useLiveQuery(readConnection)?.closedUntil ?? 0;
  const limits = useLiveQuery(readTransferLimits);
  const heldUpFolders = useHeldUpFolders();
  const [nowMs, setNowMs] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const isHeldBack = limits?.pausesOnMetered === true && isMetered();
  const freeBytes = quotaBytes - usedBytes;
  return { nowMs, missing, isHeldBack, closedUntilMs, heldUpFolders, freeBytes };
}
