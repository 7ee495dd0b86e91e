import { type RefObject, useLayoutEffect, useRef } from 'react';
import { isFocusLost, listFocus } from './list-focus.ts';
import type { ShowRow } from './use-rows-in-view.ts';

interface RovingFocus {
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** The row that Tab leads to: the one with the focus, or the first while none has it. */
  readonly place: number;
  readonly id: string | null;
  readonly hasFocus: boolean;
  readonly show: ShowRow;
}

/** Lets the real focus follow the row that has it in the store, and brings that row into view. */
export function useRovingFocus(roving: RovingFocus): void {
  const { scroller, place, id, hasFocus, show } = roving;
  const shownId = useRef<string | null>(null);

  useLayoutEffect(() => {
    const isFirst = shownId.current === null;
    const isOther = shownId.current !== id;
    shownId.current = hasFocus ? id : null;
    if (!hasFocus || !isOther) return;
    show(place, isFirst ? 'center' : 'nearest');
  }, [id, hasFocus, place, show]);

  useLayoutEffect(() => {
    if (id === null || !listFocus.isWanted()) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row-id="${CSS.escape(id)}"]`);
    if (row === null || row === undefined || row.contains(document.activeElement)) return;
    if (isElsewhere(scroller.current)) return;
    row.focus({ preventScroll: true });
  });
}

// The focus is taken from nobody: only from the list itself, or from where it fell when a row went.
function isElsewhere(list: HTMLElement | null): boolean {
  return !isFocusLost() && !list?.contains(document.activeElement);
}
