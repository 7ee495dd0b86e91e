import { useEffect } from 'react';
import { undoLast } from './undo-store.ts';
import type { Deeds } from './use-deeds.ts';

/** The keys that work wherever the focus is on the page, also while the list is empty. */
export function usePageKeys(deeds: Deeds): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isBusyElsewhere(event.target)) return;
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key === 'z';
      if (isUndo && undoLast()) event.preventDefault();
      if (event.key === 'Backspace' && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        deeds.goUp();
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [deeds]);
}

function isBusyElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest('input, textarea, [role="dialog"], [role="menu"]') !== null;
}
