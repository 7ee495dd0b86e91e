import { useCallback } from 'react';
import { useLocation } from 'wouter';
import { type Command, runCommand, runCommandSoon } from './commands-store.ts';

const FILES = '/files';
const NEEDS_FILES: ReadonlySet<Command> = new Set(['new-folder', 'upload-files', 'upload-folder']);

/** Has a command done. One of the file list is done there, also when another page is open. */
export function useCommand(): (command: Command) => void {
  const [, navigate] = useLocation();
  return useCallback(
    (command) => {
      if (runCommand(command) || !NEEDS_FILES.has(command)) return;
      navigate(FILES);
      runCommandSoon(command);
    },
    [navigate],
  );
}
