import { type RefObject, useEffect } from 'react';

/** Keeps the element as high as it is while a pointer moves or presses over it. It is docked at its
 *  lower end: if it grew then, what somebody is about to press would move away from under the pointer.
 *  What a press itself changes may take its room, and so may all while the pointer only rests there
 *  since before the element appeared. */
export function useStillHeight(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const listening = new AbortController();
    const on = (types: readonly string[], deed: () => void) => {
      for (const type of types) element.addEventListener(type, deed, { signal: listening.signal });
    };
    on(['pointermove', 'pointerdown'], () => {
      if (element.style.height === '') element.style.height = `${element.offsetHeight}px`;
    });
    on(['pointerleave', 'pointercancel', 'click'], () => {
      element.style.height = '';
    });
    return () => listening.abort();
  }, [ref]);
}
