import { Check, ChevronRight } from 'lucide-react';
import { formatCount } from '../../lib/format-bytes.ts';
import { transfersView, useTransfersStore } from './transfers-store.ts';

/** All that has arrived, folded to one line. */
export function FinishedFold({ count }: { readonly count: number }) {
  const isOpen = useTransfersStore((state) => state.isFinishedOpen);
  return (
    <button
      type="button"
      className="finished-fold"
      aria-expanded={isOpen}
      onClick={transfersView.toggleFinished}
    >
      <Check aria-hidden size={16} />
      <span>{formatCount(count)} done</span>
      <ChevronRight aria-hidden size={16} />
    </button>
  );
}
