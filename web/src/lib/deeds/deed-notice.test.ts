import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { dismissToast, showToast, useToastStore } from '../../ui/toasts/toast-store.ts';
import { DeedNotice } from './deed-notice.ts';

const shown = () => useToastStore.getState().toasts.map(({ text, share }) => ({ text, share }));

let notice: DeedNotice;

/** What was done, in place of how far it was. */
function end(): void {
  showToast({ text: 'Moved 400', inPlaceOf: notice.end() });
}

beforeEach(() => {
  vi.useFakeTimers();
  useToastStore.setState({ toasts: [], announcement: '' });
  notice = new DeedNotice(400, (count) => `Moving ${count} away`);
});
afterEach(() => {
  vi.useRealTimers();
});

it('a deed that is over soon says only what was done', () => {
  notice.advance(400);
  end();
  expect(shown()).toEqual([{ text: 'Moved 400', share: null }]);
});

it('one that takes its time shows how far it is, and turns into what was done', () => {
  notice.advance(100);
  vi.advanceTimersByTime(1000);
  expect(shown()).toEqual([{ text: 'Moving 100 of 400 away', share: 0.25 }]);
  notice.advance(200);
  vi.advanceTimersByTime(1000);
  expect(shown()).toEqual([{ text: 'Moving 200 of 400 away', share: 0.5 }]);
  expect(useToastStore.getState().announcement).toBe('Moving 100 of 400 away');
  end();
  expect(shown()).toEqual([{ text: 'Moved 400', share: null }]);
});

it('one that takes its time to begin says what it is about, and counts once there is something to count', () => {
  vi.advanceTimersByTime(1000);
  expect(shown()).toEqual([{ text: 'Moving 400 away', share: 'unknown' }]);
  notice.advance(0);
  vi.advanceTimersByTime(1000);
  expect(shown()).toEqual([{ text: 'Moving 400 away', share: 'unknown' }]);
  notice.advance(1);
  vi.advanceTimersByTime(1000);
  expect(shown()).toEqual([{ text: 'Moving 1 of 400 away', share: 1 / 400 }]);
});

it('one that is known to take long is shown at once', () => {
  notice.end();
  notice = new DeedNotice(3000, (count) => `Moving ${count} away`, { isLong: true });
  vi.advanceTimersByTime(1);
  expect(shown()).toEqual([{ text: 'Moving 3,000 away', share: 'unknown' }]);
  end();
});

it('a notice that was dismissed stays away until there is something new to say', () => {
  vi.advanceTimersByTime(1000);
  const [first] = useToastStore.getState().toasts;
  dismissToast(first?.id ?? 0);
  notice.advance(300);
  vi.advanceTimersByTime(1000);
  expect(shown()).toEqual([]);
  end();
  expect(shown()).toEqual([{ text: 'Moved 400', share: null }]);
});
