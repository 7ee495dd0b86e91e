import { useEffect } from 'react';
import type { Command } from '../../lib/commands-store.ts';
import { undoLast } from '../../lib/undo-store.ts';
import { useCommand } from '../../lib/use-command.ts';
import { SEARCH_FIELD_ID } from '../search/SearchField.tsx';
import { toggleHelp } from './help-store.ts';
import { type KeyAction, keyAction } from './key-action.ts';

/** Listens for the keys that work anywhere. A key that a part of the page has answered, that is typed
 *  into a field, or that is pressed under an open window, is left alone. */
export function useShortcuts(): void {
  const run = useCommand();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isTyping(event) || isCovered()) return;
      const action = actionOf(event);
      if (action === null) return;
      if (act(action, run)) event.preventDefault();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [run]);
}

function actionOf(event: KeyboardEvent): KeyAction | null {
  return keyAction({
    key: event.key,
    hasModifier: event.ctrlKey || event.metaKey,
    hasAlt: event.altKey,
    hasShift: event.shiftKey,
  });
}

function act(action: KeyAction, run: (command: Command) => void): boolean {
  switch (action) {
    case 'search':
      document.getElementById(SEARCH_FIELD_ID)?.focus();
      return true;
    case 'help':
      toggleHelp();
      return true;
    case 'undo':
      return undoLast();
    default:
      run(action);
      return true;
  }
}

function isTyping({ target }: KeyboardEvent): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable]') !== null
  );
}

function isCovered(): boolean {
  return document.querySelector('[role=dialog], [role=alertdialog], [role=menu]') !== null;
}
