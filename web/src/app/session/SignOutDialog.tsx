import { isSafe } from '@satchel/worker/local/uploads';
import { Archive, Trash2, Undo2 } from 'lucide-react';
import { useEffect } from 'react';
import { formatCount } from '../../lib/format-bytes.ts';
import { leaveNow } from '../../lib/leave.ts';
import { setLeaving } from '../../lib/leaving-store.ts';
import { useUser } from '../../lib/use-account.ts';
import { useUploads } from '../../lib/use-uploads.ts';
import { Choice, Choices } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

/** Asks what is to become of uploads that have not arrived when their person signs out. */
export function SignOutDialog() {
  const uploads = useUploads(useUser().id);
  const open = (uploads ?? []).filter(({ state }) => state !== 'done');
  const unread = open.filter((upload) => !isSafe(upload) && upload.state !== 'needs-source').length;
  const stay = () => setLeaving(false);
  const isMoot = uploads !== undefined && open.length === 0;
  useEffect(() => {
    if (isMoot) void leaveNow();
  }, [isMoot]);
  // Should the session end by itself meanwhile, whoever signs in next is not asked.
  useEffect(() => () => setLeaving(false), []);
  if (uploads === undefined || isMoot) return null;
  return (
    <Dialog title={onTheirWay(open.length)} isOpen onClose={stay}>
      {unread > 0 && (
        <p>
          {unread === 1 ? '1 file is' : `${formatCount(unread)} files are`} still being read. Keep
          this tab open until that is done, or they have to be chosen again.
        </p>
      )}
      <Choices>
        <Choice icon={Archive} name="Keep them here" isSuggested onChoose={() => void leaveNow()}>
          They go on when you sign in again in this browser. Nobody else sees or sends them.
        </Choice>
        <Choice
          icon={Trash2}
          name="Cancel them"
          onChoose={() => void leaveNow({ cancelsUploads: true })}
        >
          They are not uploaded. Your own files stay where they are.
        </Choice>
        <Choice icon={Undo2} name="Stay signed in" onChoose={stay}>
          The uploads go on.
        </Choice>
      </Choices>
    </Dialog>
  );
}

function onTheirWay(count: number): string {
  return count === 1
    ? '1 file is still on its way'
    : `${formatCount(count)} files are still on their way`;
}
