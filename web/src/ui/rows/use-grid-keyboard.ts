import { type KeyboardEvent, useEffect, useRef } from 'react';
import { PAGE_LETTERS } from '../../lib/page-letters.ts';
import { useCommand } from '../../lib/use-command.ts';
import { type GridCommand, type GridDeed, gridCommand, placeAfter } from './grid-keys.ts';
import { ALONE_AFTER_MS, isOnlyModifier, isToBeHeld, settleHeld } from './held-letter.ts';
import type { ListOrder } from './selection.ts';
import { select, useSelectionStore } from './selection-store.ts';
import { findTyped, isTyping, NOTHING_TYPED, type TypeAhead, typeLetter } from './type-ahead.ts';

interface GridKeyboard {
  readonly names: () => readonly string[];
  readonly order: ListOrder;
  readonly pageRows: () => number;
  /** What the list itself cannot do: open, rename, delete, cut, paste, a menu, one folder up. False
   *  where that means nothing here, so that the key goes on. */
  readonly onDeed: (deed: GridDeed) => boolean;
}

/** The keys of the list: moves and selection are done here, deeds are passed on. */
export function useGridKeyboard(grid: GridKeyboard): (event: KeyboardEvent) => void {
  const typed = useRef<TypeAhead>(NOTHING_TYPED);
  const held = useHeldLetter();
  return (event) => {
    if (event.defaultPrevented || isInField(event.target) || isOnlyModifier(event)) return;
    const wasHeld = held.take();
    const isWord = wasHeld !== null || isTyping(typed.current, event.timeStamp);
    const command = gridCommand(event, isWord);
    const type = (letter: string) => {
      typed.current = typeLetter(typed.current, letter, event.timeStamp);
      goToTyped(grid, typed.current.typed);
    };
    if (wasHeld !== null && settleHeld(command) === 'typed') type(wasHeld);
    if (command === null) return;
    if (command.do === 'type') {
      if (!isWord && isToBeHeld(event)) held.hold(command.letter);
      else type(command.letter);
    } else {
      typed.current = NOTHING_TYPED;
      const isTakenBack = wasHeld !== null && command.do === 'clear';
      if (!isTakenBack && !act(grid, command)) return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
}

/** Keeps a letter until the next key says that it began a name, or a pause that it was a key. */
function useHeldLetter() {
  const run = useCommand();
  const held = useRef<{ letter: string; timer: ReturnType<typeof setTimeout> } | null>(null);
  const take = () => {
    const { letter = null, timer } = held.current ?? {};
    clearTimeout(timer);
    held.current = null;
    return letter;
  };
  const hold = (letter: string) => {
    const timer = setTimeout(() => {
      const command = PAGE_LETTERS[take() ?? ''];
      if (command !== undefined) run(command);
    }, ALONE_AFTER_MS);
    held.current = { letter, timer };
  };
  useEffect(() => () => clearTimeout(held.current?.timer), []);
  return { take, hold };
}

/** False for a key that means nothing here. */
function act(grid: GridKeyboard, command: Exclude<GridCommand, { do: 'type' }>): boolean {
  const { focusId } = useSelectionStore.getState().selection;
  if (command.do === 'move') {
    const place = placeAfter(
      command.to,
      placeOf(grid, focusId),
      grid.order.ids.length,
      grid.pageRows(),
    );
    move(grid.order.ids[place], command.how);
  } else if (command.do === 'toggle' || command.do === 'extend') {
    const id = focusId ?? grid.order.ids[0];
    if (id !== undefined) command.do === 'toggle' ? select.toggle(id) : select.rangeTo(id);
  } else if (command.do === 'select-all') select.all();
  else if (command.do === 'clear') select.none();
  else return grid.onDeed(command.do);
  return true;
}

function move(id: string | undefined, how: 'select' | 'extend' | 'focus'): void {
  if (id === undefined) return;
  if (how === 'select') select.only(id);
  else if (how === 'extend') select.rangeTo(id);
  else select.focus(id);
}

function goToTyped(grid: GridKeyboard, letters: string): void {
  const { focusId } = useSelectionStore.getState().selection;
  move(grid.order.ids[findTyped(grid.names(), placeOf(grid, focusId), letters)], 'select');
}

function placeOf({ order }: GridKeyboard, focusId: string | null): number {
  return focusId === null ? -1 : (order.places.get(focusId) ?? -1);
}

function isInField(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && target.type !== 'checkbox';
}
