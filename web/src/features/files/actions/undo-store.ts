import { create } from 'zustand';
import { explainFailure } from '../../../lib/explain-failure.ts';
import { dismissToast, showToast } from '../../../ui/toasts/toast-store.ts';

interface Undo {
  readonly run: () => Promise<unknown>;
}

interface UndoState {
  readonly latest: Undo | null;
  /** The notice of the last deed. A new one takes its place: only the last is easily taken back. */
  readonly toastId: number | null;
}

/** Holds how to take back the last deed, for as long as the page is open. */
const useUndoStore = create<UndoState>()(() => ({ latest: null, toastId: null }));

/** Says what was done, and offers to take it back: by the button, or by Ctrl+Z also later. */
export function sayDone(text: string, undo: () => Promise<unknown>): void {
  const latest = { run: undo };
  const before = useUndoStore.getState().toastId;
  if (before !== null) dismissToast(before);
  const action = { label: 'Undo', run: () => void takeBack(latest) };
  useUndoStore.setState({ latest, toastId: showToast({ text, action }) });
}

/** Takes back the last deed; false where there is nothing to take back. */
export function undoLast(): boolean {
  const { latest } = useUndoStore.getState();
  if (latest === null) return false;
  const { toastId } = useUndoStore.getState();
  if (toastId !== null) dismissToast(toastId);
  void takeBack(latest);
  return true;
}

async function takeBack(undo: Undo): Promise<void> {
  if (useUndoStore.getState().latest === undo) useUndoStore.setState({ latest: null });
  try {
    await undo.run();
  } catch (failure) {
    showToast({ text: explainFailure(failure), tone: 'negative' });
  }
}
