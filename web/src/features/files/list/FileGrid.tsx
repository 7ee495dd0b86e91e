// biome-ignore-all lint/a11y/useSemanticElements: rows are placed one by one, which a <table> forbids
// biome-ignore-all lint/a11y/useFocusableInteractive: one row at a time is in the order of Tab
import type { Sort } from '@satchel/shared/wire/nodes';
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useRef } from 'react';
import { useIsTouch } from '../../../lib/use-media-query.ts';
import { FileGridHeader } from './FileGridHeader.tsx';
import { FileRow } from './FileRow.tsx';
import type { GridDeed } from './grid-keys.ts';
import type { ListEntry } from './list-entry.ts';
import { listFocus } from './list-focus.ts';
import type { ListOrder } from './selection.ts';
import { useSelectionStore } from './selection-store.ts';
import type { Sorting } from './sort-nodes.ts';
import { useGridKeyboard } from './use-grid-keyboard.ts';
import { useGridPointer } from './use-grid-pointer.ts';
import { useRovingFocus } from './use-roving-focus.ts';
import { useRowDrag } from './use-row-drag.ts';
import { useRowHeight } from './use-row-height.ts';
import { useSteadyList } from './use-steady-list.ts';
import './file-grid.css';
import './file-row.css';
import './file-grid-narrow.css';

interface FileGridProps {
  readonly entries: readonly ListEntry[];
  readonly order: ListOrder;
  readonly sorting: Sorting;
  readonly isNarrow: boolean;
  readonly onSort: (by: Sort) => void;
  readonly onOpen: (id: string) => void;
  readonly onTap: (id: string) => void;
  readonly onDeed: (deed: GridDeed) => void;
  readonly onMenu: (id: string | null, at: { x: number; y: number }) => void;
}

/** The list of a folder: only the rows near the screen exist, whatever the folder holds. */
export function FileGrid(props: FileGridProps) {
  const { entries, order, isNarrow } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight();
  // Where a finger points, a long press selects: it must not begin a drag.
  const canDrag = !useIsTouch();
  const focusId = useSelectionStore((state) => state.selection.focusId);
  const focusPlace = order.places.get(focusId ?? '');
  const tabStop = focusPlace ?? 0;

  const virtualizer = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (place) => order.ids[place] ?? place,
    overscan: 12,
    // The row with the focus stays mounted, or the keyboard would fall out of the list.
    rangeExtractor: useCallback((range: Range) => withPlace(range, tabStop), [tabStop]),
  });

  useSteadyList({ scroller, rows, order, rowHeight });
  useRovingFocus({
    scroller,
    place: tabStop,
    id: order.ids[tabStop] ?? null,
    hasFocus: focusPlace !== undefined,
    virtualizer,
  });
  const pageRows = () =>
    Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
  const onKeyDown = useGridKeyboard({ entries, order, pageRows, onDeed: props.onDeed });
  const pointer = useGridPointer(props);
  const drag = useRowDrag(entries, order);

  return (
    <div
      role="grid"
      aria-label="Files"
      aria-multiselectable="true"
      aria-rowcount={entries.length + 1}
      className="file-grid"
      onKeyDown={onKeyDown}
      onFocus={listFocus.claim}
      onBlur={(event) => leavesFor(event.relatedTarget) && listFocus.release()}
    >
      <FileGridHeader sorting={props.sorting} onSort={props.onSort} isNarrow={isNarrow} />
      <div ref={scroller} role="rowgroup" className="file-grid-scroller" {...pointer} {...drag}>
        <div
          ref={rows}
          role="presentation"
          className="file-grid-rows"
          style={{ height: virtualizer.getTotalSize() }}
        >
          {virtualizer.getVirtualItems().map(({ index, start, key }) => {
            const entry = entries[index];
            return entry === undefined ? null : (
              <FileRow
                key={key}
                entry={entry}
                place={index}
                top={start}
                height={rowHeight}
                isTabStop={index === tabStop}
                isNarrow={isNarrow}
                canDrag={canDrag}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

function withPlace(range: Range, place: number): number[] {
  const places = defaultRangeExtractor(range);
  if (place >= range.count || places.includes(place)) return places;
  return place < range.startIndex ? [place, ...places] : [...places, place];
}

// Menus and dialogs lie outside of the page: from there the keyboard comes back.
function leavesFor(next: EventTarget | null): boolean {
  return next instanceof Element && next.closest('main, header, nav, aside') !== null;
}
