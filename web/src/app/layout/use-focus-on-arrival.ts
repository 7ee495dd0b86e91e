import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';

export const MAIN_ID = 'main';

/** Where a page went away with the focus in it, the next page gets the focus, so that the keyboard
 *  and a screen reader go on there and not at the top of the frame. */
export function useFocusOnArrival(): void {
  const [path] = useLocation();
  const lastPath = useRef(path);
  useEffect(() => {
    if (lastPath.current === path) return;
    lastPath.current = path;
    const frame = requestAnimationFrame(() => {
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (isLost) document.getElementById(MAIN_ID)?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [path]);
}
