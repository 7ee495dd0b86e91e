import { ArrowDownUp } from 'lucide-react';
import { useLocation } from 'wouter';
import { runCommand } from '../../lib/commands-store.ts';
import { PlaceLink } from './PlaceLink.tsx';
import { isInside, ME, MY_FILES, PHONE_FILES, TRASH } from './places.ts';
import { RoundNew } from './RoundNew.tsx';
import { useOpenTransfers } from './use-open-transfers.ts';
import './bottom-bar.css';

/** The lower edge of a phone: the places under the thumb, and the round button above them. */
export function BottomBar() {
  const [path] = useLocation();
  return (
    <>
      <nav aria-label="Places" className="bottom-bar">
        <PlaceLink place={PHONE_FILES} className="bottom-bar-item" />
        <PlaceLink place={TRASH} className="bottom-bar-item" />
        <TransfersButton />
        <PlaceLink place={ME} className="bottom-bar-item" />
      </nav>
      {isInside(path, MY_FILES) && <RoundNew />}
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
