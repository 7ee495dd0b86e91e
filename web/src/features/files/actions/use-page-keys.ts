import { useEffect } from 'react';
import type { Deeds } from './use-deeds.ts';

/** The keys that work wherever the focus is on the page, also while the list is empty. */
export function usePageKeys(deeds: Deeds): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isBusyElsewhere(event.target)) return;
      const isAnswered = answer(event, deeds);
      if (isAnswered) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [deeds]);
}

function answer({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent, deeds: Deeds): boolean {
  if (shiftKey) return false;
  if (!ctrlKey && !metaKey) return key === 'Backspace' && deeds.goUp();
  return key === 'v' && deeds.paste();
}

function isBusyElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest('input, textarea, [role="dialog"], [role="menu"]') !== null;
}
