import { cancelUpload, pauseUpload, resumeUpload } from '@satchel/worker/page/uploads';
import { Pause, Play, X } from 'lucide-react';
import { MenuItem } from '../../../ui/Menu.tsx';

/** What can be done with a file that is still on its way. */
export function UploadItems({ id }: { readonly id: string }) {
  return (
    <>
      <MenuItem icon={Pause} onAction={() => void pauseUpload(id)}>
        Pause
      </MenuItem>
      <MenuItem icon={Play} onAction={() => void resumeUpload(id)}>
        Resume
      </MenuItem>
      <MenuItem icon={X} onAction={() => void cancelUpload(id)}>
        Cancel the upload
      </MenuItem>
    </>
  );
}
