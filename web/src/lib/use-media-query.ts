import { useSyncExternalStore } from 'react';

/** Whether the screen is like `query` says, and again whenever that changes. */
export function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const list = matchMedia(query);
      list.addEventListener('change', onChange);
      return () => list.removeEventListener('change', onChange);
    },
    () => matchMedia(query).matches,
  );
}

/** A phone, or a window as narrow as one. */
export function useIsNarrow(): boolean {
  return useMediaQuery('(max-width: 599.98px)');
}

/** The finger is what points here. */
export function useIsTouch(): boolean {
  return useMediaQuery('(pointer: coarse)');
}
