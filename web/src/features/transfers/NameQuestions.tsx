import type { UploadRow } from '@satchel/worker/local/uploads';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { transfersView, useTransfersStore } from './transfers-store.ts';

const SameNameDialog = lazy(() =>
  import('./same-name/SameNameDialog.tsx').then((module) => ({ default: module.SameNameDialog })),
);

/** Asks about names that are taken, when the page opens and when more come; not while the person has
 *  put it off. */
export function NameQuestions({ uploads }: { readonly uploads: readonly UploadRow[] }) {
  const isPutOff = useTransfersStore((state) => state.isAnswerPutOff);
  const ids = uploads.filter(isAsking).map(({ id }) => id);
  const newest = ids.at(-1) ?? '';
  const asked = useRef('');
  useEffect(() => {
    // Ids grow with time, so what was answered or taken back does not count as new.
    if (newest <= asked.current) return;
    asked.current = newest;
    transfersView.putOffAnswer(false);
  }, [newest]);
  if (ids.length === 0 || isPutOff) return null;
  return (
    <Suspense>
      <SameNameDialog ids={ids} onClose={() => transfersView.putOffAnswer(true)} />
    </Suspense>
  );
}

// One that lost its source has to get that first.
function isAsking({ awaitsAnswer, state }: UploadRow): boolean {
  return awaitsAnswer && state === 'paused';
}
