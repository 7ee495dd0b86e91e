import { create } from 'zustand';

interface UpdateState {
  /** Changes over to the version that waits; null while there is none. */
  readonly apply: (() => void) | null;
}

export const useUpdateStore = create<UpdateState>(() => ({ apply: null }));
