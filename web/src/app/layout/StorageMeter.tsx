import { formatProgress } from '../../lib/format-bytes.ts';
import { useUser } from '../../lib/use-account.ts';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import './storage-meter.css';

const NEARLY_FULL = 0.9;

/** How much of the person's room is taken. */
export function StorageMeter() {
  const { usedBytes, quotaBytes } = useUser();
  const share = quotaBytes === 0 ? 1 : Math.min(1, usedBytes / quotaBytes);
  const words = `${formatProgress(usedBytes, quotaBytes)} used`;
  const tone = share >= 1 ? 'negative' : share >= NEARLY_FULL ? 'caution' : 'accent';
  return (
    <div className="storage-meter">
      <ProgressBar label="Storage" share={share} valueText={words} tone={tone} />
      <p className="storage-meter-words tabular">{words}</p>
      {share >= 1 && <p className="storage-meter-full">Full. Empty the trash to make room.</p>}
    </div>
  );
}
