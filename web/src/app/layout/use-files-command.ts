import { useLocation } from 'wouter';
import { type Command, runCommand, runCommandSoon } from '../../lib/commands-store.ts';
import { MY_FILES } from './places.ts';

/** Runs a command of the file list, going there first when another page is open. */
export function useFilesCommand(): (command: Command) => void {
  const [, navigate] = useLocation();
  return (command) => {
    if (runCommand(command)) return;
    navigate(MY_FILES.href);
    runCommandSoon(command);
  };
}
