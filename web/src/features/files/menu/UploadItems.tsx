import { isActive, type UploadRow } from '@satchel/worker/local/uploads';
import { pauseUpload, resumeUpload, retryUpload } from '@satchel/worker/page/uploads';
import { FolderInput, Pause, Pencil, Play, RotateCw, X } from 'lucide-react';
import { useUser } from '../../../lib/use-account.ts';
import { useUploads } from '../../../lib/use-uploads.ts';
import { MenuItem, MenuSeparator } from '../../../ui/Menu.tsx';
import type { Deeds } from '../actions/use-deeds.ts';

interface UploadItemsProps {
  readonly ids: readonly string[];
  readonly deeds: Deeds;
}

/** What can be done with files that are still on their way. */
export function UploadItems({ ids, deeds }: UploadItemsProps) {
  const { id: userId } = useUser();
  const isOne = ids.length === 1;
  const upload = useUploads(userId)?.find(({ id }) => isOne && id === ids[0]);
  const reason = isOne ? 'Once it has arrived' : 'Once they have arrived';
  return (
    <>
      {upload === undefined ? null : <GoOnItem upload={upload} />}
      {isOne ? (
        <MenuItem icon={Pencil} shortcut="F2" reason={reason}>
          Rename
        </MenuItem>
      ) : null}
      <MenuItem icon={FolderInput} reason={reason}>
        Move to…
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={X} shortcut="Delete" onAction={() => deeds.trash(ids)}>
        {isOne ? 'Cancel the upload' : 'Cancel the uploads'}
      </MenuItem>
    </>
  );
}

function GoOnItem({ upload: { id, state }, upload }: { readonly upload: UploadRow }) {
  if (state === 'paused') {
    return (
      <MenuItem icon={Play} onAction={() => void resumeUpload(id)}>
        Resume
      </MenuItem>
    );
  }
  if (state === 'failed' || state === 'blocked') {
    return (
      <MenuItem icon={RotateCw} onAction={() => void retryUpload(id)}>
        Try again
      </MenuItem>
    );
  }
  return isActive(upload) ? (
    <MenuItem icon={Pause} onAction={() => void pauseUpload(id)}>
      Pause
    </MenuItem>
  ) : null;
}
