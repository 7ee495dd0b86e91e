import { showToast } from '../../../ui/toasts/toast-store.ts';
import type { FolderOnScreen } from './folder-context.ts';

/** Says why nothing can be put into a folder that was deleted while it was open. False where it is there. */
export function sayGone({ isGone }: Pick<FolderOnScreen, 'isGone'>): boolean {
  if (isGone) showToast({ text: 'This folder is not here any more. Open another one first.' });
  return isGone;
}
