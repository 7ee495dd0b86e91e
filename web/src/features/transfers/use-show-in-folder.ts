import type { UploadRow } from '@satchel/worker/local/uploads';
import { useCallback } from 'react';
import { useLocation } from 'wouter';
import { folderAddress } from '../../lib/folder-address.ts';
import { useUser } from '../../lib/use-account.ts';
import { listFocus, regainListFocus } from '../../ui/rows/list-focus.ts';
import { transfersView } from './transfers-store.ts';
import { whereItLies } from './where-it-lies.ts';

/** Opens the folder that a file arrived in, with the file pointed out; on a phone the transfers make
 *  room for it. */
export function useShowInFolder(): (upload: UploadRow) => void {
  const { rootFolderId } = useUser();
  const [, navigate] = useLocation();
  return useCallback(
    (upload) => {
      const folder = folderAddress(whereItLies(upload), rootFolderId);
      transfersView.setAskedFor(false);
      listFocus.claim();
      regainListFocus();
      navigate(`${folder}?select=${upload.result?.fileId}`);
    },
    [rootFolderId, navigate],
  );
}
