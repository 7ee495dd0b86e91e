import { waysOn } from '@satchel/worker/local/refused';
import { goOn, takeBack } from '@satchel/worker/page/outbox';
import { CircleAlert, Clock3 } from 'lucide-react';
import { explainFailure } from '../../lib/explain-failure.ts';
import { formatMoment } from '../../lib/format-time.ts';
import { useNow } from '../../lib/use-now.ts';
import { Button } from '../../ui/Button.tsx';
import { showToast } from '../../ui/toasts/toast-store.ts';
import { changeWords, wayWords } from './change-words.ts';
import { reasonOf } from './refusal-words.ts';
import type { WaitingChange } from './use-waiting.ts';

interface ChangeLineProps {
  readonly change: WaitingChange;
  /** Why nothing is sent, where nothing else holds it up. */
  readonly why: string;
}

/** One change: what it is, since when it waits and why, and what can be done about it. */
export function ChangeLine({ change, why }: ChangeLineProps) {
  const { row, folderName, suggestion, behind } = change;
  const what = changeWords(row, folderName);
  const isRefused = row.state === 'refused';
  const code = row.refusal?.code ?? '';
  const reason = isRefused ? reasonOf(code) : behind === null ? why : `Waits for “${behind}”`;
  const ways = isRefused ? waysOn(row.mutation.is, code) : [];
  const Icon = isRefused ? CircleAlert : Clock3;
  const back = isRefused ? 'Let it go' : 'Undo';
  const since = formatMoment(new Date(row.madeAt), useNow());
  const canTakeBack = isRefused || row.triedAt === null || row.mutation.is !== 'purge';
  return (
    <li className="waiting-change" data-is-refused={isRefused || undefined}>
      <Icon size={20} strokeWidth={1.6} aria-hidden />
      <div className="waiting-words">
        <p className="waiting-what">{what}</p>
        <p className="waiting-why">{`${reason} · ${since}`}</p>
      </div>
      <div className="waiting-deeds">
        {ways.map((way) => {
          const words = wayWords(way, suggestion, folderName);
          return (
            <Button
              key={way}
              aria-label={`${words}: ${what}`}
              onPress={() => act(() => goOn(row.id, way))}
            >
              {words}
            </Button>
          );
        })}
        {canTakeBack ? (
          <Button
            variant="quiet"
            aria-label={`${back}: ${what}`}
            onPress={() => act(() => takeBack(row.id))}
          >
            {back}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

function act(deed: () => Promise<void>): void {
  deed().catch((failure: unknown) =>
    showToast({ text: explainFailure(failure), tone: 'negative' }),
  );
}
