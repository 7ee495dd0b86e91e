import type { UploadRow } from '@satchel/worker/local/uploads';
import { useRef } from 'react';
import { type Missing, useConnectionStore, whatIsMissing } from '../../lib/connection-store.ts';
import { useIsTouch } from '../../lib/use-media-query.ts';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { BackgroundOffer } from './BackgroundOffer.tsx';
import { BrowserNote } from './footer/BrowserNote.tsx';
import { TellMe } from './footer/TellMe.tsx';
import { SafetyNote } from './SafetyNote.tsx';
import { headline, headlineText, shareDone, type TransferSummary } from './summarise-transfers.ts';
import { TransferList } from './TransferList.tsx';
import { TransfersHeader } from './TransfersHeader.tsx';
import { useListRoom } from './use-list-room.ts';
import { useStillHeight } from './use-still-height.ts';

interface TransfersCardProps {
  /** Undefined until they are known. */
  readonly uploads: readonly UploadRow[] | undefined;
  readonly sum: TransferSummary;
  readonly secondsLeft: number | null;
  readonly onFold: () => void;
}

export function TransfersCard({ uploads, sum, secondsLeft, onFold }: TransfersCardProps) {
  const card = useRef<HTMLDivElement>(null);
  useListRoom(card);
  useStillHeight(card);
  const missing = useConnectionStore(({ connection }) => whatIsMissing(connection));
  const words = headline(sum, secondsLeft, missing);
  return (
    <div className="transfers-card" ref={card}>
      <TransfersHeader words={words} sum={sum} onFold={onFold} />
      {sum.active + sum.paused > 0 ? (
        <ProgressBar
          label="All transfers"
          share={shareDone(sum)}
          valueText={headlineText(words)}
          tone={sum.active > 0 ? 'accent' : 'quiet'}
        />
      ) : (
        <div className="transfers-rule" />
      )}
      {uploads?.length === 0 ? <NothingUnderWay /> : <TransferList uploads={uploads ?? []} />}
      <SafetyNote sum={sum} />
      <BackgroundOffer uploads={uploads ?? []} />
      {sum.active > 0 && <TellMe takesLong={takesLong(secondsLeft, missing)} />}
      {sum.heldBytes > 0 && <BrowserNote heldBytes={sum.heldBytes} />}
    </div>
  );
}

function NothingUnderWay() {
  const how = useIsTouch() ? 'What you upload shows here.' : 'Drop files on a folder to send them.';
  return <p className="transfers-none">Nothing is on its way. {how}</p>;
}

/** Longer than a person would watch. */
const LONG_SECONDS = 30;

function takesLong(secondsLeft: number | null, missing: Missing | null): boolean {
  return missing !== null || (secondsLeft !== null && secondsLeft >= LONG_SECONDS);
}
