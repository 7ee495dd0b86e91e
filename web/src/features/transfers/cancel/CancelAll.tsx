import { cancelAll } from '@satchel/worker/page/uploads';
import { ListX } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../../../ui/IconButton.tsx';
import { CancelAllDialog } from './CancelAllDialog.tsx';

/** Takes everything that has not arrived off the list; for more than one file it asks first. */
export function CancelAll({ count }: { readonly count: number }) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <IconButton
        icon={ListX}
        label="Cancel all"
        onPress={() => (count > 1 ? setAsking(true) : void cancelAll())}
      />
      {isAsking && <CancelAllDialog count={count} onClose={() => setAsking(false)} />}
    </>
  );
}
