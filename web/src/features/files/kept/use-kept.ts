import { useEffect } from 'react';
import type { FolderOnScreen } from '../folder/folder-context.ts';

/** Keeps what the page says of keeping offline true. It comes after the list. */
export function useKept(userId: string, folder: FolderOnScreen): void {
  useEffect(() => {
    let isOver = false;
    let stop = () => {};
    import('./start-kept.ts').then(({ startKept }) => {
      if (!isOver) stop = startKept(userId, folder);
    }, reportError);
    return () => {
      isOver = true;
      stop();
    };
  }, [userId, folder]);
}
