import { isActive, type UploadRow } from '@satchel/worker/local/uploads';
import { cancelUpload, pauseUpload, resumeUpload, retryUpload } from '@satchel/worker/page/uploads';
import { Pause, Play, RotateCw, X } from 'lucide-react';
import { useUser } from '../../../lib/use-account.ts';
import { useUploads } from '../../../lib/use-uploads.ts';
import { MenuItem } from '../../../ui/Menu.tsx';

/** What can be done with a file that is still on its way. */
export function UploadItems({ id }: { readonly id: string }) {
  const { id: userId } = useUser();
  const upload = useUploads(userId)?.find((row) => row.id === id);
  return (
    <>
      {upload === undefined ? null : <GoOnItem upload={upload} />}
      <MenuItem icon={X} onAction={() => void cancelUpload(id)}>
        Cancel the upload
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
