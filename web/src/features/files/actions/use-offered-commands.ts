import { useEffect } from 'react';
import { offerCommands } from '../../../lib/commands-store.ts';
import { view } from '../view-store.ts';
import type { Deeds } from './use-deeds.ts';

/** Lets the frame of the app ask for what this page can do. */
export function useOfferedCommands(deeds: Deeds): void {
  useEffect(
    () =>
      offerCommands({
        'new-folder': deeds.newFolder,
        'upload-files': deeds.uploadFiles,
        'upload-folder': deeds.uploadFolder,
        'toggle-details': view.toggleDetails,
      }),
    [deeds],
  );
}
