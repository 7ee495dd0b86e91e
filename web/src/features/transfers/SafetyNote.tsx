import { ShieldCheck, TriangleAlert } from 'lucide-react';
import { formatCount } from '../../lib/format-bytes.ts';
import { safetyOf, type TransferSummary } from './summarise-transfers.ts';

/** Whether the tab may be closed, and what happens then. Said only when it is true. */
export function SafetyNote({ sum }: { readonly sum: TransferSummary }) {
  const safety = safetyOf(sum);
  if (safety === 'nothing-open') return null;
  if (safety === 'safe') {
    return (
      <p className="safety-note" data-is="safe">
        <ShieldCheck aria-hidden size={16} />
        <span>
          <strong>Safe to close this tab.</strong>{' '}
          {sum.active > 0 ? 'It goes on when you come back.' : 'What is paused is kept.'}
        </span>
      </p>
    );
  }
  const files = sum.unsafe === 1 ? '1 file is' : `${formatCount(sum.unsafe)} files are`;
  return (
    <p className="safety-note" data-is="open">
      <TriangleAlert aria-hidden size={16} />
      <span>
        <strong>Keep this tab open:</strong> {files} still being read.
      </span>
    </p>
  );
}
