import { type MouseEvent, type PointerEvent, useRef } from 'react';
import { rowIdAt, rowPartAt } from './row-at.ts';
import { select, useSelectionStore } from './selection-store.ts';

const LONG_PRESS_MS = 450;
const STILL_WITHIN_PX = 10;

interface GridPointer {
  readonly onOpen: (id: string) => void;
  readonly onTap: (id: string, at: { x: number; y: number }) => void;
  /** `id` is null for the empty room below the rows. */
  readonly onMenu: (id: string | null, at: { x: number; y: number }) => void;
}

interface Press {
  readonly timer: ReturnType<typeof setTimeout>;
  readonly x: number;
  readonly y: number;
}

/** Mouse and finger in the list. A mouse selects with one click and opens with two; a finger opens
 *  with a tap, selects by pressing long, and from then on selects with every tap. */
export function useGridPointer({ onOpen, onTap, onMenu }: GridPointer) {
  const press = useRef<Press | null>(null);
  const wasLong = useRef(false);

  const endPress = () => {
    clearTimeout(press.current?.timer);
    press.current = null;
  };

  const onPointerDown = (event: PointerEvent) => {
    wasLong.current = false;
    const id = rowIdAt(event.target);
    if (event.pointerType === 'mouse' || id === null || rowPartAt(event.target) !== 'row') return;
    const timer = setTimeout(() => {
      wasLong.current = true;
      navigator.vibrate?.(10);
      select.toggle(id);
    }, LONG_PRESS_MS);
    press.current = { timer, x: event.clientX, y: event.clientY };
  };

  const onPointerMove = (event: PointerEvent) => {
    if (press.current === null) return;
    const { x, y } = press.current;
    if (Math.hypot(event.clientX - x, event.clientY - y) > STILL_WITHIN_PX) endPress();
  };

  const onClick = (event: MouseEvent) => {
    const id = rowIdAt(event.target);
    const part = rowPartAt(event.target);
    if (wasLong.current || part === 'rename') return;
    if (id === null) select.none();
    else if (part === 'more') onMenu(id, belowOf(event.target));
    else if (part === 'check') event.shiftKey ? select.rangeTo(id, true) : select.toggle(id);
    else if (isFinger(event)) tap(id, event, onTap);
    else click(id, event);
  };

  const onDoubleClick = (event: MouseEvent) => {
    const id = rowIdAt(event.target);
    const hasModifier = event.shiftKey || event.ctrlKey || event.metaKey;
    if (id !== null && rowPartAt(event.target) === 'row' && !hasModifier && !isFinger(event)) {
      onOpen(id);
    }
  };

  const onContextMenu = (event: MouseEvent) => {
    if (rowPartAt(event.target) === 'rename') return;
    event.preventDefault();
    if (isFinger(event)) return;
    const id = rowIdAt(event.target);
    if (id !== null && !useSelectionStore.getState().selection.ids.has(id)) select.only(id);
    if (id === null) select.none();
    onMenu(id, { x: event.clientX, y: event.clientY });
  };

  return {
    onPointerDown,
    onPointerMove,
    onPointerUp: endPress,
    onPointerCancel: endPress,
    onClick,
    onDoubleClick,
    onContextMenu,
  };
}

function click(id: string, event: MouseEvent): void {
  const hasControl = event.ctrlKey || event.metaKey;
  if (event.shiftKey) select.rangeTo(id, hasControl);
  else if (hasControl) select.toggle(id);
  else select.only(id);
}

function tap(id: string, { clientX, clientY }: MouseEvent, onTap: GridPointer['onTap']): void {
  const isSelecting = useSelectionStore.getState().selection.ids.size > 0;
  if (isSelecting) select.toggle(id);
  else onTap(id, { x: clientX, y: clientY });
}

// `click` and `contextmenu` are pointer events where browsers know which pointer made them.
function isFinger(event: MouseEvent): boolean {
  const { nativeEvent } = event;
  return nativeEvent instanceof globalThis.PointerEvent && nativeEvent.pointerType === 'touch';
}

function belowOf(target: EventTarget): { x: number; y: number } {
  const button = target instanceof Element ? target.closest('button') : null;
  const box = button?.getBoundingClientRect();
  return { x: box?.right ?? 0, y: box?.bottom ?? 0 };
}
