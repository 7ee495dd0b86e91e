import { readHeldNames } from '@satchel/worker/local/held-uploads';
import { useLiveQuery } from 'dexie-react-hooks';
import { lazy, Suspense, useState } from 'react';

const HeldFilesDialog = lazy(() =>
  import('./incoming/HeldFilesDialog.tsx').then((module) => ({ default: module.HeldFilesDialog })),
);

/** Offers files that were shared before anybody was signed in here. */
export function HeldFiles() {
  const names = useLiveQuery(readHeldNames) ?? [];
  const [isPutOff, setPutOff] = useState(false);
  if (names.length === 0 || isPutOff) return null;
  return (
    <Suspense>
      <HeldFilesDialog names={names} onClose={() => setPutOff(true)} />
    </Suspense>
  );
}
