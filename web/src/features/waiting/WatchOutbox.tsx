import { countOutbox } from '@satchel/worker/local/refused';
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo } from 'react';
import { useLocation } from 'wouter';
import { showChangeMarks } from '../../lib/change-marks-store.ts';
import { setWaiting, useConnectionStore } from '../../lib/connection-store.ts';
import { useUser } from '../../lib/use-account.ts';
import { CalmView } from './calm-view.ts';
import { readChangeMarks } from './change-marks.ts';
import { tellRefusals } from './tell-refusals.ts';
import { WAITING_ADDRESS } from './waiting-address.ts';

// What is sent within this time would only flash.
const SHOWN_AFTER_MS = 1000;
const NOTHING = { waiting: 0, refused: 0, untold: 0 };

/** Has every screen know what waits, and tells what was refused. */
export function WatchOutbox() {
  const { id: userId } = useUser();
  const [, navigate] = useLocation();
  const counts = useLiveQuery(() => countOutbox(userId), [userId]) ?? NOTHING;
  const { waiting, refused, untold } = counts;
  const isConnected = useConnectionStore(({ connection }) => connection === 'connected');
  useMarks(userId, waiting, refused, isConnected);
  useEffect(() => {
    if (untold > 0) void tellRefusals(userId, () => navigate(WAITING_ADDRESS));
  }, [userId, untold, navigate]);
  return null;
}

function useMarks(userId: string, waiting: number, refused: number, isConnected: boolean): void {
  const view = useMemo(() => new CalmView(showWaiting, SHOWN_AFTER_MS), []);
  // The next page may bring another of these, which knows better by the time this would show.
  useEffect(() => () => view.stop(), [view]);
  useEffect(() => {
    const isSettled = waiting + refused === 0;
    const counts = { userId, waiting, refused };
    if (isSettled || !isConnected) view.showNow(counts);
    // While thousands are sent, the counts change all the time.
    else view.showSoon(counts);
  }, [view, userId, waiting, refused, isConnected]);
}

interface Counts {
  readonly userId: string;
  readonly waiting: number;
  readonly refused: number;
}

async function showWaiting({ userId, waiting, refused }: Counts): Promise<void> {
  setWaiting(waiting, refused);
  showChangeMarks(await readChangeMarks(userId));
}
