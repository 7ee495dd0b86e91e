import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { anchoredScroll, restingPlace } from './anchored-scroll.ts';
import { isOwnDeedRecent } from './list-focus.ts';
import { PointerOver } from './pointer-over.ts';
import { RoomAround } from './room-around.ts';
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
  const [{ pointer, room }] = useState(() => surroundings(scroller, rows));

  useEffect(() => {
    const list = scroller.current;
    if (list === null) return;
    const onLeave = () => {
      pointer.leave();
      room.end();
    };
    list.addEventListener('pointermove', pointer.note, { passive: true });
    list.addEventListener('pointerdown', pointer.note, { passive: true });
    list.addEventListener('pointerup', pointer.note, { passive: true });
    list.addEventListener('pointerleave', onLeave);
    return () => {
      room.end();
      list.removeEventListener('pointermove', pointer.note);
      list.removeEventListener('pointerdown', pointer.note);
      list.removeEventListener('pointerup', pointer.note);
      list.removeEventListener('pointerleave', onLeave);
    };
  }, [scroller, pointer, room]);

  useLayoutEffect(() => {
    const before = shown.current;
    shown.current = order;
    const list = scroller.current;
    if (list === null || before === order || isOwnDeedRecent()) return;
    const anchorId =
      rowWithCaret(list) ?? pointer.rowId ?? anchorWithoutPointer(list, before, rowHeight);
    const from = list.scrollTop - room.abovePx;
    const wished = anchoredScroll({ scrollTop: from, rowHeight }, anchorId, before, order);
    if (wished === from) return;
    const place = restingPlace(wished, list.clientHeight, order.ids.length * rowHeight);
    const isHeld = pointer.rowId !== null;
    room.give(isHeld ? place.roomAbove : 0, isHeld ? place.roomBelow : 0);
    list.scrollTop = place.scrollTop;
  }, [order, rowHeight, scroller, pointer, room]);
}

function surroundings(scroller: SteadyList['scroller'], rows: SteadyList['rows']) {
  const pointer = new PointerOver();
  const isWriting = () => scroller.current !== null && rowWithCaret(scroller.current) !== null;
  const room = new RoomAround({
    rows: () => rows.current,
    mayEnd: () => pointer.isAtRest && !isWriting(),
    onEnd: () => pointer.lookAgain(),
  });
  return { pointer, room };
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
