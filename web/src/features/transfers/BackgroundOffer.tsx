import { readBackgroundFetch } from '@satchel/worker/local/background-fetch';
import type { UploadRow } from '@satchel/worker/local/uploads';
import {
  leaveBackground,
  offersBackgroundFetch,
  sendInBackground,
} from '@satchel/worker/page/background-fetch';
import { useLiveQuery } from 'dexie-react-hooks';
import { CloudUpload } from 'lucide-react';
import { useEffect, useState } from 'react';
import { formatCount } from '../../lib/format-bytes.ts';
import { Button } from '../../ui/Button.tsx';
import { showToast } from '../../ui/toasts/toast-store.ts';
import { isWorthHandingOver } from './background-offer.ts';
import './background-offer.css';

/** Offers to let the browser itself send what is left, where it can: it then goes on when the browser
 *  is closed, and by itself after a restart. While it does, says so and offers the way back. */
export function BackgroundOffer({ uploads }: { readonly uploads: readonly UploadRow[] }) {
  const isOffered = useIsOffered();
  const running = useLiveQuery(readBackgroundFetch) ?? null;
  if (running !== null) return <Running count={running.uploadIds.length} />;
  if (!isOffered || !isWorthHandingOver(uploads)) return null;
  return (
    <div className="background-offer">
      <Button icon={CloudUpload} variant="quiet" onPress={() => void begin(uploads.length)}>
        Keep uploading in the background
      </Button>
    </div>
  );
}

function Running({ count }: { readonly count: number }) {
  const files = count === 1 ? '1 file' : `${formatCount(count)} files`;
  return (
    <div className="background-offer">
      <p>The browser sends {files} by itself, even when it is closed and opened again.</p>
      <Button variant="quiet" onPress={() => void leaveBackground()}>
        Send from here instead
      </Button>
    </div>
  );
}

async function begin(count: number): Promise<void> {
  const title =
    count === 1 ? 'Uploading to Satchel' : `Uploading ${formatCount(count)} files to Satchel`;
  const isTaken = await sendInBackground(title).catch(() => false);
  if (isTaken) return;
  showToast({
    text: 'The browser did not take the uploads over. They go on from here.',
    tone: 'negative',
  });
}

function useIsOffered(): boolean {
  const [isOffered, setOffered] = useState(false);
  useEffect(() => {
    let isWanted = true;
    offersBackgroundFetch().then((answer) => isWanted && setOffered(answer), reportError);
    return () => {
      isWanted = false;
    };
  }, []);
  return isOffered;
}
