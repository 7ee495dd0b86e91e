import { readAccount } from '@satchel/worker/local/account';
import { receiveFiles } from '@satchel/worker/page/add-files';
import { navigate } from 'wouter/use-browser-location';
import { explainFailure } from '../../lib/explain-failure.ts';
import { showToast } from '../../ui/toasts/toast-store.ts';

interface LaunchParams {
  readonly files?: readonly FileSystemFileHandle[];
}

declare global {
  interface Window {
    /** Where the system may open files with an installed app. */
    readonly launchQueue?: { setConsumer(consumer: (params: LaunchParams) => void): void };
  }
}

/** Adds files that were opened with the installed app: to the folder on the screen, or else to My
 *  files. */
export function receiveLaunches(): void {
  window.launchQueue?.setConsumer(({ files = [] }) => {
    if (files.length > 0) void receive(files);
  });
}

async function receive(handles: readonly FileSystemFileHandle[]): Promise<void> {
  try {
    await receiveFiles(handles, openFolder());
    const { isSignedIn } = await readAccount();
    const address = isSignedIn ? '/files' : '/sign-in';
    if (openFolder() === null) navigate(`${address}?shared=${handles.length}`);
  } catch (failure) {
    showToast({ text: explainFailure(failure), tone: 'negative' });
  }
}

function openFolder(): string | null {
  return /^\/files\/([^/]+)$/.exec(location.pathname)?.[1] ?? null;
}
