import { create } from 'zustand';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'neutral' | 'positive' | 'negative';
  /** What the button beside the words does, such as taking the deed back. */
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

interface ToastState {
  readonly toasts: readonly Toast[];
  /** The latest sentence of the one polite live region. */
  readonly announcement: string;
}

const MOST_AT_ONCE = 3;
let lastId = 0;

export const useToastStore = create<ToastState>(() => ({ toasts: [], announcement: '' }));

/** Shows a sentence for a few seconds and has it read out. */
export function showToast(toast: {
  readonly text: string;
  readonly tone?: Toast['tone'];
  readonly action?: NonNullable<Toast['action']>;
}): number {
  lastId += 1;
  const shown = { id: lastId, text: toast.text, tone: toast.tone ?? 'neutral' };
  useToastStore.setState(({ toasts }) => ({
    toasts: [...toasts, { ...shown, action: toast.action ?? null }].slice(-MOST_AT_ONCE),
  }));
  announce(toast.text);
  return shown.id;
}

export function dismissToast(id: number): void {
  useToastStore.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}

/** Has a sentence read out by a screen reader, without showing it. */
export function announce(text: string): void {
  // The same words twice would change nothing in the region, and so would not be read again.
  useToastStore.setState(({ announcement }) => ({
    announcement: announcement === text ? `${text}\u00a0` : text,
  }));
}
