import { ArrowDownUp } from 'lucide-react';
import { runCommand } from '../../lib/commands-store.ts';
import { NewMenu } from './NewMenu.tsx';
import { PlaceLink } from './PlaceLink.tsx';
import { MY_FILES, SETTINGS, TRASH } from './places.ts';
import { useOpenTransfers } from './use-open-transfers.ts';
import './bottom-bar.css';

/** The lower edge of a phone: the places under the thumb, and the round button above them. */
export function BottomBar() {
  return (
    <>
      <nav aria-label="Places" className="bottom-bar">
        {[MY_FILES, TRASH].map((place) => (
          <PlaceLink
            key={place.href}
            place={place}
            label={place.shortLabel}
            className="bottom-bar-item"
          />
        ))}
        <TransfersButton />
        <PlaceLink place={SETTINGS} label={SETTINGS.shortLabel} className="bottom-bar-item" />
      </nav>
      <NewMenu shape="round" />
    </>
  );
}

function TransfersButton() {
  const open = useOpenTransfers();
  return (
    <button
      type="button"
      className="bottom-bar-item"
      onClick={() => runCommand('toggle-transfers')}
    >
      <ArrowDownUp aria-hidden />
      <span>Transfers</span>
      {open > 0 && (
        <span className="bottom-bar-badge">
          {open > 999 ? '999+' : open}
          <span className="visually-hidden"> under way</span>
        </span>
      )}
    </button>
  );
}
