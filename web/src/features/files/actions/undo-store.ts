import { create } from 'zustand';
import { explainFailure } from '../../../lib/explain-failure.ts';
import { showToast } from '../../../ui/toasts/toast-store.ts';

interface Undo {
  readonly run: () => Promise<unknown>;
}

interface UndoState {
  readonly latest: Undo | null;
}

/** Holds how to take back the last deed, for as long as the page is open. */
const useUndoStore = create<UndoState>()(() => ({ latest: null }));

/** Says what was done, and offers to take it back: by the button, or by Ctrl+Z also later. */
export function sayDone(text: string, undo: () => Promise<unknown>): void {
  const latest = { run: undo };
  useUndoStore.setState({ latest });
  showToast({ text, action: { label: 'Undo', run: () => void takeBack(latest) } });
}

/** Takes back the last deed; false where there is nothing to take back. */
export function undoLast(): boolean {
  const { latest } = useUndoStore.getState();
  if (latest === null) return false;
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
