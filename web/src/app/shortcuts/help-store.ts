import { create } from 'zustand';

export const useHelpStore = create<{ readonly isOpen: boolean }>(() => ({ isOpen: false }));

export function toggleHelp(): void {
  useHelpStore.setState(({ isOpen }) => ({ isOpen: !isOpen }));
}

export function closeHelp(): void {
  useHelpStore.setState({ isOpen: false });
}
