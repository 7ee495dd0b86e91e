import { CircleArrowDown } from 'lucide-react';
import { useTitle } from '../../lib/use-title.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { PinnedRow } from './PinnedRow.tsx';
import { totalWords } from './pinned-words.ts';
import { usePins } from './use-pins.ts';
import './offline.css';

/** What is kept on this device, and opens without the network. */
export function OfflinePage() {
  useTitle('Offline');
  const items = usePins();
  return (
    <div className="offline-page">
      <header className="offline-head">
        <h1>Offline</h1>
        {items === undefined || items.length === 0 ? null : (
          <p className="tabular">{totalWords(items)}</p>
        )}
      </header>
      {items === undefined ? (
        <Skeleton label="Loading what is kept offline" />
      ) : items.length === 0 ? (
        <EmptyState icon={CircleArrowDown} title="Nothing is kept on this device yet">
          Choose “Keep offline” for a file or a folder. It opens from here without the network, and
          new versions come by themselves.
        </EmptyState>
      ) : (
        <ul className="pinned-list" aria-label="Kept offline">
          {items.map((item) => (
            <PinnedRow key={item.node.id} item={item} />
          ))}
        </ul>
      )}
    </div>
  );
}
