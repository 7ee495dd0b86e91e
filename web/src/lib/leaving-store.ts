import { create } from 'zustand';

/** Whether somebody wants to sign out and has to say what becomes of their uploads. */
export const useLeavingStore = create(() => ({ isLeaving: false }));

export function setLeaving(isLeaving: boolean): void {
  useLeavingStore.setState({ isLeaving });
}
