import type { Session } from '@satchel/shared/wire/users';
import { endSession, listSessions } from '@satchel/worker/page/account';
import { useCallback, useEffect, useState } from 'react';
import { isReachable, useConnectionStore } from '../../../lib/connection-store.ts';
import { explainFailure } from '../../../lib/explain-failure.ts';
import { showToast } from '../../../ui/toasts/toast-store.ts';

interface Devices {
  /** Null until they are known. */
  readonly devices: readonly Session[] | null;
  readonly failure: string | null;
  readonly load: () => void;
  readonly signOutDevice: (device: Session) => Promise<void>;
}

const NOT_NOW = 'The devices show once the server can be reached.';

/** The sessions of the account, this browser's first, then the latest seen. */
export function useDevices(): Devices {
  const [devices, setDevices] = useState<readonly Session[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  const load = useCallback(() => {
    setFailure(null);
    listSessions().then(
      (sessions) => setDevices(inOrder(sessions)),
      (error: unknown) => setFailure(explainFailure(error)),
    );
  }, []);
  // Asked again when the server comes back: nobody has to press anything for that.
  const canAsk = useConnectionStore(({ connection }) => isReachable(connection));
  useEffect(() => {
    if (canAsk) load();
    else setFailure(NOT_NOW);
  }, [load, canAsk]);

  const signOutDevice = async (device: Session) => {
    try {
      await endSession(device.id);
      setDevices((known) => known?.filter(({ id }) => id !== device.id) ?? null);
      showToast({ text: `Signed out ${device.device}`, tone: 'positive' });
    } catch (error) {
      showToast({ text: explainFailure(error), tone: 'negative' });
    }
  };
  return { devices, failure, load, signOutDevice };
}

function inOrder(sessions: readonly Session[]): readonly Session[] {
  return sessions.toSorted(
    (a, b) => Number(b.current) - Number(a.current) || b.lastSeenAt.localeCompare(a.lastSeenAt),
  );
}
