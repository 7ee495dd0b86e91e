import { useCallback, useEffect, useState } from 'react';

export interface BrowserStorage {
  readonly usedBytes: number;
  /** What the browser lets this site have; an estimate, and often more than there is. */
  readonly availableBytes: number;
  /** Whether the browser promises to delete nothing of its own accord. */
  readonly isPersistent: boolean;
}

interface Known {
  /** `unsupported`: the browser does not say, as outside https. */
  readonly storage: BrowserStorage | 'unknown' | 'unsupported';
  /** Asks the browser to keep what is here; gives its answer. */
  readonly askToKeep: () => Promise<boolean>;
}

/** Looked at again every `lookEveryMs`; where that is left out, after the browser was asked. */
export function useBrowserStorage(lookEveryMs?: number): Known {
  const [storage, setStorage] = useState<Known['storage']>('unknown');
  const look = useCallback(() => {
    void readStorage().then(setStorage);
  }, []);
  useEffect(() => {
    look();
    if (lookEveryMs === undefined) return;
    const timer = setInterval(look, lookEveryMs);
    return () => clearInterval(timer);
  }, [look, lookEveryMs]);

  const askToKeep = async () => {
    const isGranted = await navigator.storage.persist();
    look();
    return isGranted;
  };
  return { storage, askToKeep };
}

async function readStorage(): Promise<BrowserStorage | 'unsupported'> {
  if (!('storage' in navigator)) return 'unsupported';
  const [{ usage = 0, quota = 0 }, isPersistent] = await Promise.all([
    navigator.storage.estimate(),
    navigator.storage.persisted(),
  ]);
  return { usedBytes: usage, availableBytes: quota, isPersistent };
}
