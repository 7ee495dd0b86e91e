import { create } from 'zustand';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'neutral' | 'positive' | 'negative';
  /** What the button beside the words does, such as taking the deed back. */
  readonly action: { readonly label: string; readonly run: () => void } | null;
  /** How far a deed is that still runs, from 0 to 1: it stays until something takes its place. */
  readonly share: number | 'unknown' | null;
  /** Says nothing of whoever is signed in: it may stay when they are no longer. */
  readonly isForAnybody: boolean;
}

interface ToastState {
  readonly toasts: readonly Toast[];
  /** The latest sentence of the one polite live region. */
  readonly announcement: string;
}

const MOST_AT_ONCE = 3;
let lastId = 0;

export const useToastStore = create<ToastState>(() => ({ toasts: [], announcement: '' }));

/** Shows a sentence for a few seconds and has it read out; in place of another one where that is
 *  still there. */
export function showToast(toast: {
  readonly text: string;
  readonly tone?: Toast['tone'];
  readonly action?: NonNullable<Toast['action']>;
  readonly share?: number | 'unknown';
  readonly isForAnybody?: boolean;
  readonly inPlaceOf?: number | null;
}): number {
  lastId += 1;
  const { text, tone = 'neutral', action = null, share = null, inPlaceOf } = toast;
  const { isForAnybody = false } = toast;
  const shown: Toast = { id: lastId, text, tone, action, share, isForAnybody };
  useToastStore.setState(({ toasts }) => {
    const isThere = toasts.some(({ id }) => id === inPlaceOf);
    if (isThere) return { toasts: toasts.map((other) => (other.id === inPlaceOf ? shown : other)) };
    return { toasts: withoutOldest([...toasts, shown]) };
  });
  announce(text);
  return shown.id;
}

// What still runs stays: it says what the person waits for.
function withoutOldest(toasts: readonly Toast[]): readonly Toast[] {
  if (toasts.length <= MOST_AT_ONCE) return toasts;
  const oldest = toasts.find(({ share }) => share === null);
  return toasts.filter((toast) => toast !== oldest);
}

/** Tells how far a deed is, without having it read out. One that was dismissed stays away. */
export function advanceToast(id: number, text: string, share: number | 'unknown'): void {
  useToastStore.setState((state) => {
    const shown = state.toasts.find((toast) => toast.id === id);
    if (shown === undefined || shown.text === text) return state;
    return {
      toasts: state.toasts.map((toast) => (toast === shown ? { ...toast, text, share } : toast)),
    };
  });
}

export function dismissToast(id: number): void {
  useToastStore.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}

/** Whoever comes next is not to read of the files of whoever was here. */
export function dismissPersonal(): void {
  useToastStore.setState(({ toasts }) => ({
    toasts: toasts.filter(({ isForAnybody }) => isForAnybody),
    announcement: '',
  }));
}

/** Has a sentence read out by a screen reader, without showing it. */
export function announce(text: string): void {
  // The same words twice would change nothing in the region, and so would not be read again.
  useToastStore.setState(({ announcement }) => ({
    announcement: announcement === text ? `${text}\u00a0` : text,
  }));
}
