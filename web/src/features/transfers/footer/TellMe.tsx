import {
  canTellEnd,
  readTellsEnd,
  tellEndFromNow,
  tellEndNoMore,
} from '@satchel/worker/page/end-notices';
import { useLiveQuery } from 'dexie-react-hooks';
import { Bell } from 'lucide-react';
import { Button } from '../../../ui/Button.tsx';
import { showToast } from '../../../ui/toasts/toast-store.ts';
import './footer.css';

/** Offers a notice at the end of what takes long; nobody is asked for the permission before. */
export function TellMe({ takesLong }: { readonly takesLong: boolean }) {
  const isTelling = useLiveQuery(readTellsEnd);
  if (isTelling === undefined || !canTellEnd()) return null;
  if (isTelling && Notification.permission === 'granted') {
    return (
      <div className="tell-me">
        <p>You get a notice when it is done.</p>
        <Button variant="quiet" onPress={() => void tellEndNoMore()}>
          No notice
        </Button>
      </div>
    );
  }
  if (!takesLong) return null;
  return (
    <div className="tell-me">
      <Button icon={Bell} variant="quiet" onPress={() => void ask()}>
        Tell me when it is done
      </Button>
    </div>
  );
}

async function ask(): Promise<void> {
  if (await tellEndFromNow()) return;
  showToast({
    text: 'The browser does not allow notices here. Its settings for this site can change that.',
  });
}
