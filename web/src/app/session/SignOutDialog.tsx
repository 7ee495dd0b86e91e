import { countUnsettled } from '@satchel/worker/local/outbox';
import { isSafe } from '@satchel/worker/local/uploads';
import { useLiveQuery } from 'dexie-react-hooks';
import { Archive, Trash2, Undo2 } from 'lucide-react';
import { useEffect } from 'react';
import { formatCount } from '../../lib/format-bytes.ts';
import { leaveNow } from '../../lib/leave.ts';
import { setLeaving } from '../../lib/leaving-store.ts';
import { useUser } from '../../lib/use-account.ts';
import { useUploads } from '../../lib/use-uploads.ts';
import { Choice, Choices } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

/** Asks what is to become of what the server does not have when its person signs out. */
export function SignOutDialog() {
  const { id: userId } = useUser();
  const uploads = useUploads(userId);
  const changes = useLiveQuery(() => countUnsettled(userId), [userId]);
  const open = (uploads ?? []).filter(({ state }) => state !== 'done');
  const unread = open.filter((upload) => !isSafe(upload) && upload.state !== 'needs-source').length;
  const stay = () => setLeaving(false);
  const isMoot = uploads !== undefined && changes !== undefined && open.length + changes === 0;
  useEffect(() => {
    if (isMoot) void leaveNow();
  }, [isMoot]);
  // Should the session end by itself meanwhile, whoever signs in next is not asked.
  useEffect(() => () => setLeaving(false), []);
  if (uploads === undefined || changes === undefined || isMoot) return null;
  return (
    <Dialog title={onTheirWay(open.length, changes)} isOpen onClose={stay}>
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
          {changes === 0
            ? 'They are not uploaded. Your own files stay where they are.'
            : 'Nothing of it reaches the server. Files that you chose stay where they are.'}
        </Choice>
        <Choice icon={Undo2} name="Stay signed in" onChoose={stay}>
          All of it goes on.
        </Choice>
      </Choices>
    </Dialog>
  );
}

function onTheirWay(files: number, changes: number): string {
  const parts = [
    ...(files > 0 ? [counted(files, 'file')] : []),
    ...(changes > 0 ? [counted(changes, 'change')] : []),
  ];
  const isOne = files + changes === 1;
  const way = isOne ? 'is still on its way' : 'are still on their way';
  return `${parts.join(' and ')} ${way}`;
}

function counted(count: number, what: string): string {
  return count === 1 ? `1 ${what}` : `${formatCount(count)} ${what}s`;
}
