import { expect, it } from 'vitest';
import { dismissPersonal, showToast, useToastStore } from './toast-store.ts';

it('what was said to one person goes with them, unless it is for anybody', () => {
  showToast({ text: 'Renamed to “letter to the doctor”' });
  showToast({ text: 'Signed out on this browser.', isForAnybody: true });
  dismissPersonal();
  const { toasts, announcement } = useToastStore.getState();
  expect(toasts.map(({ text }) => text)).toEqual(['Signed out on this browser.']);
  expect(announcement).toBe('');
});
