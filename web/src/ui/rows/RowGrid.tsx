// biome-ignore-all lint/a11y/useSemanticElements: rows are placed one by one, which a <table> forbids
// biome-ignore-all lint/a11y/useFocusableInteractive: one row at a time is in the order of Tab
import { type DragEventHandler, type ReactNode, useRef } from 'react';
import { useBackCloses } from '../../lib/back/use-back-closes.ts';
import type { GridDeed } from './grid-keys.ts';
import { listFocus } from './list-focus.ts';
import type { RowFrame } from './Row.tsx';
import type { ListOrder } from './selection.ts';
import { select, useSelectionStore } from './selection-store.ts';
import { useGridKeyboard } from './use-grid-keyboard.ts';
import { useGridPointer } from './use-grid-pointer.ts';
import { useRovingFocus } from './use-roving-focus.ts';
import { useRowHeight } from './use-row-height.ts';
import { useRowsInView } from './use-rows-in-view.ts';
import { useSteadyList } from './use-steady-list.ts';
import './row-grid.css';
import './row.css';
import './row-narrow.css';

interface RowGridProps {
  readonly label: string;
  readonly order: ListOrder;
  /** What type-ahead looks through, in the same order. */
  readonly names: () => readonly string[];
  readonly header: ReactNode;
  readonly renderRow: (place: number, frame: RowFrame) => ReactNode;
  readonly onOpen: (id: string) => void;
  readonly onTap: (id: string, at: { x: number; y: number }) => void;
  /** False where the key means nothing here, so that it goes on. */
  readonly onDeed: (deed: GridDeed) => boolean;
  readonly onMenu: (id: string | null, at: { x: number; y: number }) => void;
  readonly drag?: { readonly onDragStart: DragEventHandler; readonly onDragEnd: () => void };
}

/** A list of rows that are selected, walked and asked for by mouse, finger and keyboard: only the
 *  rows near the screen exist, however many there are. */
export function RowGrid(props: RowGridProps) {
  const { order, names, onDeed } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight();
  const focusId = useSelectionStore((state) => state.selection.focusId);
  const focusPlace = order.places.get(focusId ?? '');
  const tabStop = focusPlace ?? 0;
  // The row with the focus stays mounted, or the keyboard would fall out of the list.
  const count = order.ids.length;
  const { places, show } = useRowsInView({ scroller, count, rowHeight, kept: tabStop });
  useSteadyList({ scroller, rows, order, rowHeight });
  useRovingFocus({
    scroller,
    place: tabStop,
    id: order.ids[tabStop] ?? null,
    hasFocus: focusPlace !== undefined,
    show,
  });
  const pageRows = () =>
    Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
  const onKeyDown = useGridKeyboard({ names, order, pageRows, onDeed });
  const pointer = useGridPointer(props);
  const hasSelection = useSelectionStore((state) => state.selection.ids.size > 0);
  useBackCloses(hasSelection, select.none);

  return (
    <div
      role="grid"
      aria-label={props.label}
      aria-multiselectable="true"
      aria-rowcount={count + 1}
      className="row-grid"
      onKeyDown={onKeyDown}
      onFocus={listFocus.claim}
      onBlur={(event) => leavesFor(event.relatedTarget) && listFocus.release()}
    >
      {props.header}
      <div
        ref={scroller}
        role="rowgroup"
        className="row-grid-scroller"
        {...pointer}
        {...props.drag}
      >
        <div
          ref={rows}
          role="presentation"
          className="row-grid-rows"
          style={{ height: count * rowHeight }}
        >
          {places.map((place) =>
            props.renderRow(place, {
              place,
              top: place * rowHeight,
              height: rowHeight,
              isTabStop: place === tabStop,
            }),
          )}
        </div>
      </div>
    </div>
  );
}

// Menus and dialogs lie outside of the page: from there the keyboard comes back.
function leavesFor(next: EventTarget | null): boolean {
  return next instanceof Element && next.closest('main, header, nav, aside') !== null;
}
