import type { UploadRow } from '@satchel/worker/local/uploads';
import { noteQueue, settleLost, type UnfinishedFiles } from '@satchel/worker/page/lost-files';
import { useEffect, useState } from 'react';

interface Lost {
  readonly lost: UnfinishedFiles;
  /** The person knows of all of it, or has chosen the files of these names again. */
  readonly settle: (names?: readonly string[]) => void;
}

/** Notes what the queue holds, and tells what went when the browser threw an earlier one away. */
export function useLostFiles(userId: string, uploads: readonly UploadRow[] | undefined): Lost {
  const [lost, setLost] = useState<UnfinishedFiles>({ count: 0, names: [] });
  useEffect(() => {
    if (uploads === undefined) return;
    const open = uploads.filter(({ state }) => state !== 'done');
    noteQueue(
      userId,
      open.map(({ filename }) => filename),
    ).then(setLost, reportError);
  }, [userId, uploads]);
  return { lost, settle: (names) => setLost(settleLost(userId, names)) };
}
