import { ChevronRight, HardDrive } from 'lucide-react';
import { KeptState } from '../../../lib/browser-storage/KeptState.tsx';
import { useBrowserStorage } from '../../../lib/browser-storage/use-browser-storage.ts';
import { formatBytes } from '../../../lib/format-bytes.ts';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import './footer.css';

const LOOK_EVERY_MS = 5000;

/** What waits in this browser, how much room is left for more, and whether the browser keeps it. */
export function BrowserNote({ heldBytes }: { readonly heldBytes: number }) {
  const { storage, askToKeep } = useBrowserStorage(LOOK_EVERY_MS);
  if (typeof storage !== 'object') return null;
  const { usedBytes, availableBytes, isPersistent } = storage;
  const room = formatBytes(Math.max(0, availableBytes - usedBytes));
  const used = `${formatBytes(usedBytes)} of ${formatBytes(availableBytes)}`;
  return (
    <details className="browser-note">
      <summary>
        <HardDrive aria-hidden size={16} />
        <span>
          {formatBytes(heldBytes)} waiting in this browser · room for about {room}
        </span>
        <ChevronRight aria-hidden size={16} />
      </summary>
      <div className="browser-note-more">
        <p className="tabular">Satchel takes {used} here.</p>
        <ProgressBar
          label="Room in this browser"
          share={availableBytes === 0 ? 1 : Math.min(1, usedBytes / availableBytes)}
          valueText={used}
        />
        <KeptState isPersistent={isPersistent} askToKeep={askToKeep} />
      </div>
    </details>
  );
}
