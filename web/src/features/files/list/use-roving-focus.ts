import type { Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import { isFocusLost, listFocus } from './list-focus.ts';

interface RovingFocus {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly place: number;
  readonly id: string | null;
  readonly virtualizer: Virtualizer<HTMLDivElement, Element>;
}

/** Lets the real focus follow the row that has it in the store, and brings that row into view. */
export function useRovingFocus({ scroller, place, id, virtualizer }: RovingFocus): void {
  const shownId = useRef<string | null>(null);

  useLayoutEffect(() => {
    const isFirst = shownId.current === null;
    const isOther = shownId.current !== id;
    shownId.current = id;
    if (id === null || (isFirst && place === 0)) return;
    if (isOther) virtualizer.scrollToIndex(place, { align: isFirst ? 'center' : 'auto' });
  }, [id, place, virtualizer]);

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
