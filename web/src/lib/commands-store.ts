import { create } from 'zustand';

/** What the frame of the app asks of whoever can do it at the moment: the page that is open, or the
 *  transfers. The frame and the features do not know each other, only these names. */
export type Command =
  | 'new-folder'
  | 'upload-files'
  | 'upload-folder'
  | 'keep-offline'
  | 'toggle-details'
  | 'toggle-transfers'
  /** The same with the keyboard: the focus goes along. */
  | 'visit-transfers';

type Handlers = Partial<Record<Command, () => void>>;

interface CommandsState {
  readonly handlers: Handlers;
  /** Asked for while nobody could do it: done by the first who can. */
  readonly waiting: Command | null;
}

export const useCommandsStore = create<CommandsState>(() => ({ handlers: {}, waiting: null }));

/** Offers to do commands until the returned function is called; made to be an effect's body:
 *  `useEffect(() => offerCommands({ 'new-folder': open }), [open])`. The latest offer wins. */
export function offerCommands(offered: Handlers): () => void {
  const { waiting } = useCommandsStore.getState();
  useCommandsStore.setState(({ handlers }) => ({ handlers: { ...handlers, ...offered } }));
  const awaited = waiting === null ? undefined : offered[waiting];
  if (awaited) {
    useCommandsStore.setState({ waiting: null });
    awaited();
  }
  return () => withdraw(offered);
}

function withdraw(offered: Handlers): void {
  useCommandsStore.setState(({ handlers }) => ({
    handlers: Object.fromEntries(
      Object.entries(handlers).filter(([name, run]) => offered[name as Command] !== run),
    ),
  }));
}

/** Has a command done; false when nobody can now. */
export function runCommand(command: Command): boolean {
  const run = useCommandsStore.getState().handlers[command];
  run?.();
  return run !== undefined;
}

/** Has a command done as soon as somebody can. */
export function runCommandSoon(command: Command): void {
  if (!runCommand(command)) useCommandsStore.setState({ waiting: command });
}
