import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { anchoredScroll, restingPlace } from './anchored-scroll.ts';
import { isOwnDeedRecent } from './list-focus.ts';
import { rowIdAt } from './row-at.ts';
import type { ListOrder } from './selection.ts';

interface SteadyList {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly rows: RefObject<HTMLElement | null>;
  readonly order: ListOrder;
  readonly rowHeight: number;
}

/** Keeps the row with the caret, or the one under the pointer, where it is when rows come and go
 *  around it. A change the person just asked for moves freely. */
export function useSteadyList({ scroller, rows, order, rowHeight }: SteadyList): void {
  const shown = useRef(order);
  const hoveredId = useRef<string | null>(null);

  useEffect(() => {
    const list = scroller.current;
    if (list === null) return;
    const onMove = (event: PointerEvent) => {
      hoveredId.current = rowIdAt(event.target);
    };
    const onLeave = () => {
      hoveredId.current = null;
      giveRoom(rows.current, 0, 0);
    };
    list.addEventListener('pointermove', onMove, { passive: true });
    list.addEventListener('pointerleave', onLeave);
    return () => {
      list.removeEventListener('pointermove', onMove);
      list.removeEventListener('pointerleave', onLeave);
    };
  }, [scroller, rows]);

  useLayoutEffect(() => {
    const before = shown.current;
    shown.current = order;
    const list = scroller.current;
    if (list === null || before === order || isOwnDeedRecent()) return;
    const anchorId =
      rowWithCaret(list) ?? hoveredId.current ?? anchorWithoutPointer(list, before, rowHeight);
    const from = list.scrollTop - roomAbove(rows.current);
    const wished = anchoredScroll({ scrollTop: from, rowHeight }, anchorId, before, order);
    if (wished === from) return;
    const place = restingPlace(wished, list.clientHeight, order.ids.length * rowHeight);
    const isHeld = hoveredId.current !== null;
    giveRoom(rows.current, isHeld ? place.roomAbove : 0, isHeld ? place.roomBelow : 0);
    list.scrollTop = place.scrollTop;
  }, [order, rowHeight, scroller, rows]);
}

/** The row in which somebody writes. */
function rowWithCaret(list: HTMLElement): string | null {
  const { activeElement } = document;
  const isWriting = activeElement instanceof HTMLInputElement && list.contains(activeElement);
  return isWriting ? rowIdAt(activeElement) : null;
}

function anchorWithoutPointer(
  list: HTMLElement,
  before: ListOrder,
  rowHeight: number,
): string | null {
  const focusedId = list.contains(document.activeElement) ? rowIdAt(document.activeElement) : null;
  if (focusedId !== null) return focusedId;
  // At its very top a list shows what is new; further down it stays.
  return list.scrollTop < rowHeight
    ? null
    : (before.ids[Math.ceil(list.scrollTop / rowHeight)] ?? null);
}

function giveRoom(rows: HTMLElement | null, above: number, below: number): void {
  if (rows === null) return;
  rows.style.marginBlockStart = `${above}px`;
  rows.style.marginBlockEnd = `${below}px`;
}

function roomAbove(rows: HTMLElement | null): number {
  return Number.parseFloat(rows?.style.marginBlockStart ?? '') || 0;
}
