import { useEffect } from 'react';

const APP = 'Satchel';

/** Names the page in the tab and the history. */
export function useTitle(page: string | undefined): void {
  useEffect(() => {
    document.title = page === undefined ? APP : `${page} · ${APP}`;
  }, [page]);
}
