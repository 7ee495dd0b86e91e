import { create } from 'zustand';

interface TransfersState {
  /** Whether the card is unfolded; remembered on this browser. */
  readonly isUnfolded: boolean;
  /** Whether it was asked for where it does not show by itself: with nothing in it, or on a phone. */
  readonly isAskedFor: boolean;
  readonly isFinishedOpen: boolean;
  /** The person wants to answer later what is to become of files whose names are taken. */
  readonly isAnswerPutOff: boolean;
  /** Uploads whose person is asked whether they are really to be cancelled. */
  readonly cancelAskedIds: readonly string[];
}

const KEY = 'satchel.transfers';
const FOLDED = 'folded';

export const useTransfersStore = create<TransfersState>()(() => ({
  isUnfolded: recall() !== FOLDED,
  isAskedFor: false,
  isFinishedOpen: false,
  isAnswerPutOff: false,
  cancelAskedIds: [],
}));

const set = useTransfersStore.setState;

export const transfersView = {
  setUnfolded: (isUnfolded: boolean) => {
    keep(isUnfolded ? 'unfolded' : FOLDED);
    set({ isUnfolded });
  },
  setAskedFor: (isAskedFor: boolean) => set({ isAskedFor }),
  putOffAnswer: (isAnswerPutOff: boolean) => set({ isAnswerPutOff }),
  askToCancel: (cancelAskedIds: readonly string[]) => set({ cancelAskedIds }),
  toggleFinished: () => set(({ isFinishedOpen }) => ({ isFinishedOpen: !isFinishedOpen })),
};

function recall(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function keep(fold: string): void {
  try {
    localStorage.setItem(KEY, fold);
  } catch {
    // A browser without storage forgets it, and nothing else is lost.
  }
}
