import { Link } from 'wouter';
import { useConnectionStore } from '../../lib/connection-store.ts';
import { useMediaQuery } from '../../lib/use-media-query.ts';
import { Mark } from '../../ui/Mark.tsx';
import { InstallButton } from '../install/InstallButton.tsx';
import { NewMenu } from './NewMenu.tsx';
import { PlaceLink } from './PlaceLink.tsx';
import { MY_FILES, PLACES, WAITING } from './places.ts';
import { StorageMeter } from './StorageMeter.tsx';
import './side-bar.css';

/** The left edge: what can be added, where one can go, how much room there is. Under 1 100 px it
 *  folds to its icons. */
export function SideBar() {
  const isFolded = useMediaQuery('(max-width: 1099.98px)');
  const waits = useConnectionStore(({ unsent, refused }) => unsent + refused > 0);
  return (
    <nav aria-label="Places" className="side-bar" data-folded={isFolded || undefined}>
      <Link href={MY_FILES.href} className="side-bar-brand" aria-label="Satchel, my files">
        <Mark size={26} />
        <span aria-hidden>Satchel</span>
      </Link>
      <div className="side-bar-new">
        <NewMenu isFolded={isFolded} />
      </div>
      <div className="side-bar-places">
        {PLACES.map((place) => (
          <PlaceLink key={place.href} place={place} className="side-bar-place" />
        ))}
        {waits && <PlaceLink place={WAITING} className="side-bar-place" />}
      </div>
      {!isFolded && (
        <div className="side-bar-foot">
          <InstallButton />
          <StorageMeter />
        </div>
      )}
    </nav>
  );
}
