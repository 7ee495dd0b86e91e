import { type RefObject, useEffect } from 'react';

const GAP_PX = 32;

/** Keeps room at the end of the file list as high as the element, so that it never hides a row. */
export function useListRoom(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const root = document.documentElement;
    const observer = new ResizeObserver(() => {
      root.style.setProperty('--list-end-room', `${element.offsetHeight + GAP_PX}px`);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      root.style.removeProperty('--list-end-room');
    };
  }, [ref]);
}
