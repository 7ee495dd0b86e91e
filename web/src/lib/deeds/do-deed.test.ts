import { DeedRefused } from '@satchel/worker/page/errors';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { dismissToast, showToast, useToastStore } from '../../ui/toasts/toast-store.ts';
import { doDeed } from './do-deed.ts';

const THINGS = Array.from({ length: 400 }, (_, n) => ({ id: `${n}`, name: `${n}.txt` }));
const shown = () => useToastStore.getState().toasts.map(({ text, share }) => ({ text, share }));

let tab: EventTarget;
/** Whether the browser would ask before it closes the tab. */
const isAsked = () => !tab.dispatchEvent(new Event('beforeunload', { cancelable: true }));

let advance: (answered: number) => void;
let end: (error?: unknown) => void;
let deed: Promise<void>;

function begin(): void {
  deed = doDeed({
    things: THINGS,
    going: (count) => `Moving ${count} away`,
    notDone: 'could not be moved',
    run: (onProgress) =>
      new Promise((resolve, reject) => {
        advance = onProgress;
        end = (error) => (error === undefined ? resolve() : reject(error));
      }),
    onDone: (done, inPlaceOf) => showToast({ text: `Moved ${done.length}`, inPlaceOf }),
  });
}

beforeEach(() => {
  tab = new EventTarget();
  vi.stubGlobal('addEventListener', tab.addEventListener.bind(tab));
  vi.stubGlobal('removeEventListener', tab.removeEventListener.bind(tab));
  vi.useFakeTimers();
  useToastStore.setState({ toasts: [], announcement: '' });
  begin();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('a deed that is over soon says only what was done', async () => {
  advance(400);
  end();
  await deed;
  expect(shown()).toEqual([{ text: 'Moved 400', share: null }]);
});

it('one that takes its time shows how far it is, and turns into what was done', async () => {
  advance(100);
  vi.advanceTimersByTime(1000);
  expect(shown()).toEqual([{ text: 'Moving 100 of 400 away', share: 0.25 }]);
  advance(200);
  vi.advanceTimersByTime(1000);
  expect(shown()).toEqual([{ text: 'Moving 200 of 400 away', share: 0.5 }]);
  expect(useToastStore.getState().announcement).toBe('Moving 100 of 400 away');
  end();
  await deed;
  expect(shown()).toEqual([{ text: 'Moved 400', share: null }]);
});

it('what was refused is counted, with the reason', async () => {
  vi.advanceTimersByTime(1000);
  end(new DeedRefused([1, 2].map((n) => ({ id: `${n}`, error: { code: 'name-taken' } }))));
  await deed;
  expect(shown().map(({ text }) => text)).toEqual([
    'Moved 398',
    '2 of 400 could not be moved. The name is already taken there.',
  ]);
});

it('a deed that could not even begin says why, and nothing was done', async () => {
  vi.advanceTimersByTime(1000);
  end({ code: 'network' });
  await deed;
  expect(shown().map(({ text }) => text)).toEqual([
    '400 of 400 could not be moved. The server cannot be reached. Try again in a moment.',
  ]);
});

it('a notice that was dismissed stays away until there is something new to say', async () => {
  vi.advanceTimersByTime(1000);
  const [notice] = useToastStore.getState().toasts;
  dismissToast(notice?.id ?? 0);
  advance(300);
  vi.advanceTimersByTime(1000);
  expect(shown()).toEqual([]);
  end();
  await deed;
  expect(shown()).toEqual([{ text: 'Moved 400', share: null }]);
});

it('has the browser ask before the tab is closed until all is answered', async () => {
  expect(isAsked()).toBe(true);
  end();
  await deed;
  expect(isAsked()).toBe(false);
});
