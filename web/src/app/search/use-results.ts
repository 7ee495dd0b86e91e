import { holdNames, prepareNames } from '@satchel/worker/local/names-at-hand';
import { useEffect, useState } from 'react';

type Results = typeof import('./SearchResults.tsx').SearchResults;

let loaded: Results | null = null;

async function load(): Promise<void> {
  const { SearchResults } = await import('./SearchResults.tsx');
  loaded = SearchResults;
}

/** Reads the names while the first letter is still to come. */
export async function getReady(): Promise<void> {
  prepareNames();
  await load();
}

/** Has what shows the hits at hand, and the names. Resolves to how to let go of the names. */
export async function getReadyAhead(): Promise<() => void> {
  await load();
  return holdNames();
}

/** What shows the hits, once it is here; it is loaded when `isWanted` at the latest. Behind `Suspense` the
 *  first letter would wait 300 ms for it even where it has long been loaded: React lets something that
 *  had to be waited for appear only so long after the last such. */
export function useResults(isWanted: boolean): Results | null {
  const [, setLoaded] = useState<Results | null>(() => loaded);
  useEffect(() => {
    if (!isWanted || loaded !== null) return;
    const fail = (error: unknown) => {
      // Whoever catches what fails while it is rendered shows this too.
      setLoaded(() => {
        throw error;
      });
    };
    load().then(() => setLoaded(() => loaded), fail);
  }, [isWanted]);
  return loaded;
}
