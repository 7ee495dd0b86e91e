import { countOutbox } from '@satchel/worker/local/refused';
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { showChangeMarks } from '../../lib/change-marks-store.ts';
import { setWaiting, useConnectionStore } from '../../lib/connection-store.ts';
import { useUser } from '../../lib/use-account.ts';
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
  const latest = useRef({ waiting, refused });
  latest.current = { waiting, refused };
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    const show = async () => {
      timer.current = undefined;
      setWaiting(latest.current.waiting, latest.current.refused);
      showChangeMarks(await readChangeMarks(userId));
    };
    const isSettled = waiting + refused === 0;
    if (isSettled || !isConnected) {
      clearTimeout(timer.current);
      void show();
      // While thousands are sent, the counts change all the time.
    } else timer.current ??= setTimeout(() => void show(), SHOWN_AFTER_MS);
  }, [userId, waiting, refused, isConnected]);
}
