import { ShieldCheck, TriangleAlert } from 'lucide-react';
import { formatCount } from '../../lib/format-bytes.ts';
import { safetyOf, type TransferSummary } from './summarise-transfers.ts';
import { useGoesOn } from './use-goes-on.ts';
import './safety-note.css';

/** Whether the tab may be closed, and what happens then. Said only when it is true. */
export function SafetyNote({ sum }: { readonly sum: TransferSummary }) {
  const safety = safetyOf(sum);
  const goesOn = useGoesOn();
  if (safety === 'nothing-open') return null;
  if (safety === 'safe') {
    return (
      <p className="safety-note" data-is="safe">
        <ShieldCheck aria-hidden size={16} />
        <span>
          <strong>Safe to close this tab.</strong>{' '}
          {sum.active > 0 ? whatHappens(goesOn) : 'What is paused is kept.'}
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

function whatHappens(goesOn: boolean): string {
  if (!isSecureContext) {
    return 'This address is not secure, so sending stops with the last tab. It goes on when you come back.';
  }
  return goesOn ? 'It goes on in the background.' : 'It goes on when you come back.';
}
