import { useState } from 'react';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import './insecure-banner.css';

const KEY = 'satchel.insecure';
const SEEN = 'seen';

/** For an address without https, where browsers allow no service worker: says what is missing there,
 *  until the person has seen it. */
export function InsecureBanner() {
  const [isSeen, setSeen] = useState(wasSeen);
  if (isSeen) return null;
  const dismiss = () => {
    keepSeen();
    setSeen(true);
  };
  return (
    <div className="insecure-banner">
      <Banner
        tone="caution"
        actions={
          <Button variant="quiet" onPress={dismiss}>
            Dismiss
          </Button>
        }
      >
        This address is not secure. Uploads stop when you close the last tab of Satchel and go on
        when you come back, and Satchel does not open without the network. Ask whoever runs this
        server for https.
      </Banner>
    </div>
  );
}

function wasSeen(): boolean {
  try {
    return localStorage.getItem(KEY) === SEEN;
  } catch {
    return false;
  }
}

function keepSeen(): void {
  try {
    localStorage.setItem(KEY, SEEN);
  } catch {
    // A browser without storage says it again at the next visit.
  }
}
