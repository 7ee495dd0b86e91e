import type { UploadRow } from '@satchel/worker/local/uploads';
import { lazy, Suspense, useState } from 'react';
import { useLostFiles } from './lost/use-lost-files.ts';

const LostFilesDialog = lazy(() =>
  import('./lost/LostFilesDialog.tsx').then((module) => ({ default: module.LostFilesDialog })),
);

interface LostFilesProps {
  readonly userId: string;
  readonly uploads: readonly UploadRow[] | undefined;
}

/** Says so when the browser has thrown away what was waiting in it. */
export function LostFiles({ userId, uploads }: LostFilesProps) {
  const { lost, settle } = useLostFiles(userId, uploads);
  const [isPutOff, setPutOff] = useState(false);
  if (lost.count === 0 || isPutOff) return null;
  return (
    <Suspense>
      <LostFilesDialog lost={lost} settle={settle} onClose={() => setPutOff(true)} />
    </Suspense>
  );
}
