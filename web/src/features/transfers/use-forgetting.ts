import type { UploadRow } from '@satchel/worker/local/uploads';
import { clearFinished } from '@satchel/worker/page/uploads';
import { useEffect, useRef } from 'react';

const OLD_MS = 30 * 60_000;

/** Takes finished transfers off the list at the first look, when all of them ended long ago: what
 *  arrived while nobody looked is still told, what was seen long ago is not. */
export function useForgetting(uploads: readonly UploadRow[] | undefined): void {
  const hasLooked = useRef(false);
  useEffect(() => {
    if (uploads === undefined || hasLooked.current) return;
    hasLooked.current = true;
    const oldest = Date.now() - OLD_MS;
    const isOld = ({ state, finishedAt }: UploadRow) =>
      state === 'done' && (finishedAt ?? 0) < oldest;
    if (uploads.length > 0 && uploads.every(isOld)) void clearFinished();
  }, [uploads]);
}
