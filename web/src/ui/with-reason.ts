import { showToast } from './toasts/toast-store.ts';

/** What makes a button one that only says why it does nothing: a finger sees no tooltip. */
export function withReason(reason: string | undefined) {
  if (reason === undefined) return {};
  return {
    'aria-disabled': true,
    type: 'button',
    onPress: () => void showToast({ text: reason }),
  } as const;
}
