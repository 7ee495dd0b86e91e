import { pauseAll, resumeAll, retryAll } from '@satchel/worker/page/uploads';
import { ChevronDown, Pause, Play, RotateCw } from 'lucide-react';
import { IconButton } from '../../ui/IconButton.tsx';
import { CancelAll } from './cancel/CancelAll.tsx';
import { LimitsButton } from './limits/LimitsButton.tsx';
import type { Headline, TransferSummary } from './summarise-transfers.ts';

interface TransfersHeaderProps {
  readonly words: Headline;
  readonly sum: TransferSummary;
  readonly onFold: () => void;
}

/** What goes on in one line, and what can be done with all of it. */
export function TransfersHeader({ words, sum, onFold }: TransfersHeaderProps) {
  const isOver = sum.active + sum.paused + sum.stuck === 0;
  return (
    <header className="transfers-header">
      <div className="transfers-words">
        <h2>{words.state}</h2>
        {words.outlook === '' ? null : <p>{words.outlook}</p>}
      </div>
      {sum.active > 0 ? (
        <IconButton icon={Pause} label="Pause all" onPress={() => void pauseAll()} />
      ) : null}
      {sum.active === 0 && sum.paused > 0 ? (
        <IconButton icon={Play} label="Resume all" onPress={() => void resumeAll()} />
      ) : null}
      {sum.retriable > 1 ? (
        <IconButton icon={RotateCw} label="Try all again" onPress={() => void retryAll()} />
      ) : null}
      {isOver ? null : <CancelAll count={sum.active + sum.paused + sum.stuck} />}
      <LimitsButton />
      <IconButton icon={ChevronDown} label="Fold" shortcut="T" onPress={onFold} />
    </header>
  );
}
