import { create } from 'zustand';

interface SearchState {
  readonly text: string;
  readonly isOpen: boolean;
}

export const useSearchStore = create<SearchState>(() => ({ text: '', isOpen: false }));

export function typeSearch(text: string): void {
  useSearchStore.setState({ text, isOpen: text.trim() !== '' });
}

/** Shows again what was found, after the field was left. */
export function reopenSearch(): void {
  useSearchStore.setState(({ text }) => ({ isOpen: text.trim() !== '' }));
}

export function closeSearch(): void {
  useSearchStore.setState({ isOpen: false });
}

export function clearSearch(): void {
  useSearchStore.setState({ text: '', isOpen: false });
}
