import type { UploadRow } from '@satchel/worker/local/uploads';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useIsNarrow } from '../../lib/use-media-query.ts';
import { arrangeTransfers } from './arrange-transfers.ts';
import { FinishedFold } from './FinishedFold.tsx';
import { TransferRow } from './TransferRow.tsx';
import { useTransfersStore } from './transfers-store.ts';
import { useCircumstances } from './use-circumstances.ts';

const ROW_PX = 68;
/** Where name and folder stand one below the other. */
const NARROW_ROW_PX = 84;
const FOLD_PX = 44;

/** The transfers one below the other; only the ones near the screen exist. */
export function TransferList({ uploads }: { readonly uploads: readonly UploadRow[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  const isFinishedOpen = useTransfersStore((state) => state.isFinishedOpen);
  const around = useCircumstances();
  const rowPx = useIsNarrow() ? NARROW_ROW_PX : ROW_PX;
  const items = arrangeTransfers(uploads, isFinishedOpen, around.nowMs);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (place) => (items[place]?.is === 'fold' ? FOLD_PX : rowPx),
    getItemKey: (place) => items[place]?.id ?? place,
    overscan: 6,
  });
  return (
    <div ref={scroller} className="transfers-scroller">
      <ul className="transfers-list" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ key, index, start, size }) => {
          const item = items[index];
          return item === undefined ? null : (
            <li
              key={key}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              className="transfers-item"
              style={{ height: size, transform: `translateY(${start}px)` }}
            >
              {item.is === 'fold' ? (
                <FinishedFold done={item.done} />
              ) : (
                <TransferRow upload={item.upload} around={around} />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
