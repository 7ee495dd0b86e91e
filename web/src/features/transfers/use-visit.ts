import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { regainListFocus } from '../../ui/rows/list-focus.ts';

/** The keyboard's way into the transfers and back to where it was. */
export interface Visit {
  /** Opens them and goes in; from inside, goes back. */
  readonly toggle: () => void;
  readonly enter: () => void;
  readonly leave: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

export function useVisit(
  region: RefObject<HTMLElement | null>,
  isOpen: boolean,
  setOpen: (isOpen: boolean) => void,
): Visit {
  const cameFrom = useRef<HTMLElement | null>(null);
  // What was pressed goes away with the card or the pill it stood in; the other one takes the focus.
  const isMoving = useRef(false);
  const isInside = () => region.current?.contains(document.activeElement) ?? false;

  useEffect(() => {
    if (!isMoving.current) return;
    isMoving.current = false;
    if (isOpen) region.current?.focus();
    else goBack(cameFrom.current, region.current);
  }, [isOpen, region]);

  const enter = () => {
    if (!isInside()) cameFrom.current = focused();
    if (isOpen) return region.current?.focus();
    isMoving.current = true;
    setOpen(true);
  };
  const leave = () => {
    isMoving.current = true;
    setOpen(false);
  };
  return {
    enter,
    leave,
    toggle: () => (isOpen && isInside() ? leave() : enter()),
    onKeyDown: ({ key, defaultPrevented, currentTarget, target }) => {
      // A menu or a window that was opened from here is somewhere else in the page.
      const isHere = target instanceof Node && currentTarget.contains(target);
      if (key === 'Escape' && isOpen && isHere && !defaultPrevented) leave();
    },
  };
}

function focused(): HTMLElement | null {
  const { activeElement, body } = document;
  return activeElement instanceof HTMLElement && activeElement !== body ? activeElement : null;
}

function goBack(to: HTMLElement | null, region: HTMLElement | null): void {
  const place = to?.isConnected ? to : region?.querySelector<HTMLElement>('.transfers-pill');
  place?.focus();
  regainListFocus();
}
