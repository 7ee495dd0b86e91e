import { readUploads } from '@satchel/worker/local/uploads';
import { cancelAll } from '@satchel/worker/page/uploads';
import { ListX } from 'lucide-react';
import { useState } from 'react';
import { useUser } from '../../../lib/use-account.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { CancelAllDialog } from './CancelAllDialog.tsx';
import { asksFirst } from './cancel-or-ask.ts';

/** Takes everything that has not arrived off the list; for more than one file it asks first,
 *  and for one of which much was sent. */
export function CancelAll({ count }: { readonly count: number }) {
  const { id: userId } = useUser();
  const [isAsking, setAsking] = useState(false);
  const cancelOnly = async () => {
    const uploads = await readUploads(userId);
    const isAsked = uploads.filter(({ state }) => state !== 'done').some(asksFirst);
    if (!isAsked) await cancelAll();
  };
  return (
    <>
      <IconButton
        icon={ListX}
        label="Cancel all"
        onPress={() => (count > 1 ? setAsking(true) : void cancelOnly())}
      />
      {isAsking && <CancelAllDialog count={count} onClose={() => setAsking(false)} />}
    </>
  );
}
