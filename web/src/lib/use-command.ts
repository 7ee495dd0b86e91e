import { useCallback } from 'react';
import { useLocation } from 'wouter';
import { type Command, runCommand, runCommandSoon } from './commands-store.ts';

const FILES = '/files';
const NEEDS_FILES: ReadonlySet<Command> = new Set(['new-folder', 'upload-files', 'upload-folder']);

// On every page, but loaded after it.
const COMES_BY_ITSELF: ReadonlySet<Command> = new Set(['toggle-transfers', 'visit-transfers']);

/** Has a command done. One of the file list is done there, also when another page is open; one of the
 *  transfers as soon as they are there. */
export function useCommand(): (command: Command) => void {
  const [, navigate] = useLocation();
  return useCallback(
    (command) => {
      if (runCommand(command)) return;
      if (NEEDS_FILES.has(command)) navigate(FILES);
      else if (!COMES_BY_ITSELF.has(command)) return;
      runCommandSoon(command);
    },
    [navigate],
  );
}
