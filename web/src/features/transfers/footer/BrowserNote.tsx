import { ChevronRight, HardDrive } from 'lucide-react';
import { KeptState } from '../../../lib/browser-storage/KeptState.tsx';
import { useBrowserStorage } from '../../../lib/browser-storage/use-browser-storage.ts';
import { formatBytes } from '../../../lib/format-bytes.ts';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { roomHere } from './room-here.ts';
import './footer.css';

const LOOK_EVERY_MS = 5000;

/** What waits in this browser, how much room is left for more, and whether the browser keeps it. */
export function BrowserNote({ heldBytes }: { readonly heldBytes: number }) {
  const { storage, askToKeep } = useBrowserStorage(LOOK_EVERY_MS);
  if (typeof storage !== 'object') return null;
  const { takenBytes, freeBytes, share } = roomHere(storage, heldBytes);
  const room = formatBytes(freeBytes);
  const used = `${formatBytes(takenBytes)} of ${formatBytes(storage.availableBytes)}`;
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
        <ProgressBar label="Room in this browser" share={share} valueText={used} />
        <KeptState isPersistent={storage.isPersistent} askToKeep={askToKeep} />
      </div>
    </details>
  );
}
