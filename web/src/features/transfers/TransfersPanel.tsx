import { useEffect, useRef } from 'react';
import { useBackCloses } from '../../lib/back/use-back-closes.ts';
import { offerCommands } from '../../lib/commands-store.ts';
import { useUser } from '../../lib/use-account.ts';
import { useIsNarrow } from '../../lib/use-media-query.ts';
import { useUploads } from '../../lib/use-uploads.ts';
import { useHeldUpFolders } from '../../lib/use-way-to-server.ts';
import { CancelQuestion } from './cancel/CancelQuestion.tsx';
import { HeldFiles } from './HeldFiles.tsx';
import { useShared } from './incoming/use-shared.ts';
import { LostFiles } from './LostFiles.tsx';
import { NameQuestions } from './NameQuestions.tsx';
import { summarise } from './summarise-transfers.ts';
import { TransfersCard } from './TransfersCard.tsx';
import { TransfersPill } from './TransfersPill.tsx';
import { transfersView, useTransfersStore } from './transfers-store.ts';
import { useDropGuard } from './use-drop-guard.ts';
import { useForgetting } from './use-forgetting.ts';
import { useLeaveGuard } from './use-leave-guard.ts';
import { useOverallRate } from './use-overall-rate.ts';
import { useTransferNews } from './use-transfer-news.ts';
import { useTransferTitle } from './use-transfer-title.ts';
import { useVisit } from './use-visit.ts';
import './transfers.css';

/** The transfers, docked at the lower right corner; on a phone a sheet that the bar opens. */
export function TransfersPanel() {
  const user = useUser();
  const isNarrow = useIsNarrow();
  const uploads = useUploads(user.id);
  const { isUnfolded, isAskedFor } = useTransfersStore();
  const sum = summarise(uploads ?? [], useHeldUpFolders());
  const secondsLeft = useOverallRate(sum);
  useTransferNews(uploads);
  useTransferTitle(sum);
  useLeaveGuard(sum.unsafe > 0);
  useDropGuard();
  useShared();
  useForgetting(uploads);

  const showsByItself = sum.total > 0 && !isNarrow;
  const isShown = showsByItself || isAskedFor;
  const isOpen = showsByItself ? isUnfolded : isAskedFor;
  const setOpen = showsByItself ? transfersView.setUnfolded : transfersView.setAskedFor;
  const region = useRef<HTMLElement>(null);
  const visit = useVisit(region, isOpen, setOpen);
  useBackCloses(!showsByItself && isAskedFor, () => transfersView.setAskedFor(false));
  useOffered({ 'toggle-transfers': () => setOpen(!isOpen), 'visit-transfers': visit.toggle });

  return (
    <>
      <NameQuestions uploads={uploads ?? []} />
      <HeldFiles />
      <CancelQuestion />
      <LostFiles userId={user.id} uploads={uploads} />
      {isShown && (
        <section
          ref={region}
          aria-label="Transfers"
          className="transfers"
          tabIndex={-1}
          onKeyDown={visit.onKeyDown}
        >
          {isOpen ? (
            <TransfersCard
              uploads={uploads}
              sum={sum}
              secondsLeft={secondsLeft}
              onFold={visit.leave}
            />
          ) : (
            <TransfersPill sum={sum} onPress={visit.enter} />
          )}
        </section>
      )}
    </>
  );
}

/** The offer stands as long as the panel does, and does what the latest render says. */
function useOffered(handlers: Record<'toggle-transfers' | 'visit-transfers', () => void>): void {
  const latest = useRef(handlers);
  latest.current = handlers;
  useEffect(
    () =>
      offerCommands({
        'toggle-transfers': () => latest.current['toggle-transfers'](),
        'visit-transfers': () => latest.current['visit-transfers'](),
      }),
    [],
  );
}
