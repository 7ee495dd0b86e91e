import { useEffect, useState } from 'react';

/** What shows comes first. */
const QUIET_MS = 3000;

/** Has `hold` keep the names at hand while somebody looks at the page and all of the tree is here. `hold`
 *  resolves to how to let go of them. */
export function useNamesAhead(hold: () => Promise<() => void>, isWhole: boolean): void {
  const isSeen = useIsSeen();
  useEffect(() => {
    if (!isWhole || !isSeen) return;
    let isOver = false;
    let letGo = () => {};
    const begin = async () => {
      const release = await hold();
      if (isOver) release();
      else letGo = release;
    };
    // Without them the first letter takes longer.
    const timer = setTimeout(() => begin().catch(() => undefined), QUIET_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
      letGo();
    };
  }, [isWhole, isSeen, hold]);
}

function useIsSeen(): boolean {
  const [isSeen, setSeen] = useState(() => document.visibilityState === 'visible');
  useEffect(() => {
    const look = () => setSeen(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return isSeen;
}
