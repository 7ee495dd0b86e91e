import { restoreNodes } from '@satchel/worker/page/trash';
import { CloudOff, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { explainFailure } from '../../lib/explain-failure.ts';
import { useTitle } from '../../lib/use-title.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { showToast } from '../../ui/toasts/toast-store.ts';
import { type Doomed, PurgeDialog } from './PurgeDialog.tsx';
import { TrashList } from './TrashList.tsx';
import { TrashToolbar } from './TrashToolbar.tsx';
import { type TrashedItem, useTrash } from './use-trash.ts';
import './trash.css';

/** What was thrown away: it can come back, or go for good. */
export function TrashPage() {
  useTitle('Trash');
  const { items, isAsking, failure, retry } = useTrash();
  const [chosenIds, setChosenIds] = useState<ReadonlySet<string>>(new Set());
  const [doomed, setDoomed] = useState<Doomed | null>(null);
  const chosen = items?.filter(({ id }) => chosenIds.has(id)) ?? [];

  const toggle = (id: string) => {
    const next = new Set(chosenIds);
    if (!next.delete(id)) next.add(id);
    setChosenIds(next);
  };

  return (
    <div className="trash-page">
      <TrashToolbar
        count={items?.length ?? 0}
        chosen={chosen}
        onRestore={() => void restore(chosen)}
        onPurge={() => setDoomed({ what: 'items', items: chosen })}
        onEmpty={() => setDoomed({ what: 'everything', items: items ?? [] })}
        onChooseNone={() => setChosenIds(new Set())}
      />
      {items !== undefined && items.length > 0 ? (
        <TrashList
          items={items}
          chosenIds={chosenIds}
          onToggle={toggle}
          onRestore={(item) => void restore([item])}
          onPurge={(item) => setDoomed({ what: 'items', items: [item] })}
        />
      ) : failure !== null ? (
        <EmptyState
          icon={CloudOff}
          title="The trash could not be listed"
          actions={<Button onPress={retry}>Try again</Button>}
        >
          {explainFailure(failure)}
        </EmptyState>
      ) : items === undefined || isAsking ? (
        <Skeleton label="Loading the trash" />
      ) : (
        <EmptyState icon={Trash2} title="The trash is empty">
          What you move to the trash waits here until you restore it or delete it for good.
        </EmptyState>
      )}
      {doomed === null ? null : <PurgeDialog doomed={doomed} onClose={() => setDoomed(null)} />}
    </div>
  );
}

async function restore(items: readonly TrashedItem[]): Promise<void> {
  try {
    await restoreNodes(items.map(({ id }) => id));
    const [only] = items;
    const what = items.length === 1 ? `“${only?.name}”` : `${items.length} items`;
    showToast({ text: `Restored ${what}`, tone: 'positive' });
  } catch (failure) {
    showToast({ text: explainFailure(failure), tone: 'negative' });
  }
}
