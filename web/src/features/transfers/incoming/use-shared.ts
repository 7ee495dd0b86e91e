import { useEffect } from 'react';
import { useLocation, useSearch } from 'wouter';
import { showToast } from '../../../ui/toasts/toast-store.ts';
import { transfersView } from '../transfers-store.ts';
import { sharedWords } from './shared-words.ts';

/** Shows what another app shared: where a share leads to says how much it was. */
export function useShared(): void {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const words = sharedWords(search);
  useEffect(() => {
    if (words === null) return;
    showToast({ text: words });
    transfersView.setUnfolded(true);
    transfersView.setAskedFor(true);
    navigate(path, { replace: true });
  }, [words, path, navigate]);
}
