import type { UploadRow } from '@satchel/worker/local/uploads';
import { clearFinished } from '@satchel/worker/page/uploads';
import { Check, ChevronRight } from 'lucide-react';
import { formatCount } from '../../lib/format-bytes.ts';
import { Button } from '../../ui/Button.tsx';
import { savedWords } from './summarise-transfers.ts';
import { transfersView, useTransfersStore } from './transfers-store.ts';
import './finished-fold.css';

/** All that has arrived, folded to one line, and taken off the list at a click. */
export function FinishedFold({ done }: { readonly done: readonly UploadRow[] }) {
  const isOpen = useTransfersStore((state) => state.isFinishedOpen);
  const saved = savedWords(done.reduce((sum, { bytesExisting }) => sum + bytesExisting, 0));
  return (
    <div className="finished">
      <button
        type="button"
        className="finished-fold"
        aria-expanded={isOpen}
        onClick={transfersView.toggleFinished}
      >
        <Check aria-hidden size={16} />
        <span>
          {formatCount(done.length)} done{saved === '' ? '' : ` · ${saved}`}
        </span>
        <ChevronRight aria-hidden size={16} />
      </button>
      <Button variant="quiet" onPress={() => void clearFinished()}>
        Clear
      </Button>
    </div>
  );
}
