import type { OutboxRow } from '@satchel/worker/local/outbox';
import { suggestName, takeUntold, waysOn } from '@satchel/worker/local/refused';
import { goOn } from '@satchel/worker/page/outbox';
import { explainFailure } from '../../lib/explain-failure.ts';
import { showToast, type Toast } from '../../ui/toasts/toast-store.ts';
import { notDoneWords, wayWords } from './change-words.ts';
import { refusalWords } from './refusal-words.ts';

/** Says what the server refused, whenever that was, and offers the way on. */
export async function tellRefusals(userId: string, show: () => void): Promise<void> {
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
