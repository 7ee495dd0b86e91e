import { create } from 'zustand';
import { dismissToast, showToast } from '../ui/toasts/toast-store.ts';
import { explainFailure } from './explain-failure.ts';

type TakeBack = () => Promise<unknown>;

interface UndoState {
  /** How to take back the last deed, for as long as the page is open. */
  readonly latest: TakeBack | null;
  /** What that deed was done to. */
  readonly about: readonly string[];
  /** The notice of that deed. A new one takes its place: only the last is easily taken back. */
  readonly toastId: number | null;
  /** Deeds that the server has not answered yet. */
  readonly running: number;
}

const NOTHING = { latest: null, about: [], toastId: null } as const;
const useUndoStore = create<UndoState>()(() => ({ ...NOTHING, running: 0 }));
const { getState, setState } = useUndoStore;

/** Runs a deed. An undo that is asked for meanwhile means this deed, and waits for its end. */
export async function doing<T>(deed: () => Promise<T>): Promise<T> {
  setState(({ running }) => ({ running: running + 1 }));
  try {
    return await deed();
  } finally {
    setState(({ running }) => ({ running: running - 1 }));
  }
}

/** Says what was done, and offers to take it back: by the button, or by Ctrl+Z also later. `about`
 *  are the ids that it was done to; `inPlaceOf` is the notice that told how far it was. */
export function sayDone(
  text: string,
  takeBack: TakeBack,
  about: readonly string[] = [],
  inPlaceOf: number | null = null,
): void {
  forgetNotice();
  const action = { label: 'Undo', run: () => void undo(takeBack) };
  setState({ latest: takeBack, about, toastId: showToast({ text, action, inPlaceOf }) });
}

/** The ids are gone for good: a deed to any of them can no longer be taken back. */
export function forgetUndoOf(ids: readonly string[]): void {
  const gone = new Set(ids);
  if (!getState().about.some((id) => gone.has(id))) return;
  forgetNotice();
  setState(NOTHING);
}

/** What one person did is not for the next one to take back. */
export function forgetDeeds(): void {
  forgetNotice();
  setState(NOTHING);
}

/** Takes back the last deed; false where there is none. */
export function undoLast(): boolean {
  const { latest, running } = getState();
  if (running > 0) {
    const stop = useUndoStore.subscribe((state) => {
      if (state.running > 0) return;
      stop();
      undoLast();
    });
    return true;
  }
  if (latest === null) return false;
  forgetNotice();
  void undo(latest);
  return true;
}

async function undo(takeBack: TakeBack): Promise<void> {
  if (getState().latest === takeBack) setState(NOTHING);
  try {
    await takeBack();
  } catch (failure) {
    showToast({ text: explainFailure(failure), tone: 'negative' });
  }
}

function forgetNotice(): void {
  const { toastId } = getState();
  if (toastId !== null) dismissToast(toastId);
}
