import type { OutboxRow } from '@satchel/worker/local/outbox';
import { countUntold, suggestName, takeUntold, waysOn } from '@satchel/worker/local/refused';
import { goOn } from '@satchel/worker/page/outbox';
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { explainFailure } from '../../lib/explain-failure.ts';
import { useUser } from '../../lib/use-account.ts';
import { showToast, type Toast } from '../../ui/toasts/toast-store.ts';
import { notDoneWords, wayWords } from './change-words.ts';
import { refusalWords } from './refusal-words.ts';
import { WAITING_ADDRESS } from './waiting-address.ts';

/** Says what the server refused, whenever that was, and offers the way on. */
export function TellRefusals() {
  const { id: userId } = useUser();
  const [, navigate] = useLocation();
  const untold = useLiveQuery(() => countUntold(userId), [userId]) ?? 0;
  useEffect(() => {
    if (untold > 0) void tellAll(userId, () => navigate(WAITING_ADDRESS));
  }, [userId, untold, navigate]);
  return null;
}

async function tellAll(userId: string, show: () => void): Promise<void> {
  const deeds = new Map<string, OutboxRow[]>();
  for (const row of await takeUntold(userId)) {
    deeds.set(row.deedId, [...(deeds.get(row.deedId) ?? []), row]);
  }
  for (const rows of deeds.values()) await tell(rows, show);
}

async function tell(rows: readonly OutboxRow[], show: () => void): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const refused = rows.map(({ name, refusal }) => ({ name, code: refusal?.code ?? '' }));
  const text = refusalWords(refused, first.deedSize, notDoneWords(first));
  const action = rows.length === 1 ? await wayFor(first, show) : { label: 'Show', run: show };
  showToast({ text, tone: 'negative', action });
}

async function wayFor(row: OutboxRow, show: () => void): Promise<NonNullable<Toast['action']>> {
  const [way] = waysOn(row.mutation.is, row.refusal?.code ?? '');
  if (way !== 'other-name') return { label: 'Show', run: show };
  const label = wayWords(way, await suggestName(row), null);
  return { label, run: () => void goOn(row.id, way).catch(say) };
}

function say(failure: unknown): void {
  showToast({ text: explainFailure(failure), tone: 'negative' });
}
