import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { TrashRow } from './TrashRow.tsx';
import type { TrashedItem } from './use-trash.ts';

const ROW_PX = 60;

interface TrashListProps {
  readonly items: readonly TrashedItem[];
  readonly chosenIds: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
  readonly onRestore: (item: TrashedItem) => void;
  readonly onPurge: (item: TrashedItem) => void;
}

/** What is in the trash, newest first; only the rows near the screen exist. */
export function TrashList({ items, chosenIds, ...deeds }: TrashListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    getItemKey: (place) => items[place]?.id ?? place,
    overscan: 8,
  });
  return (
    <div ref={scroller} className="trash-scroller">
      <ul className="trash-list" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ key, index, start }) => {
          const item = items[index];
          return item === undefined ? null : (
            <li
              key={key}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              className="trash-row"
              data-is-chosen={chosenIds.has(item.id) || undefined}
              style={{ height: ROW_PX, transform: `translateY(${start}px)` }}
            >
              <TrashRow item={item} isChosen={chosenIds.has(item.id)} {...deeds} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
