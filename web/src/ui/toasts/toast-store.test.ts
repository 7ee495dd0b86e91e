import { beforeEach, describe, expect, it } from 'vitest';
import {
  announce,
  dismissPersonal,
  dismissToast,
  showToast,
  useToastStore,
} from './toast-store.ts';

const shown = () => useToastStore.getState().toasts.map(({ text }) => text);
const announced = () => useToastStore.getState().announcement;

beforeEach(() => useToastStore.setState({ toasts: [], announcement: '' }));

describe('toasts', () => {
  it('a sentence is shown and read out until it is dismissed', () => {
    const id = showToast({ text: 'Renamed' });
    expect(shown()).toEqual(['Renamed']);
    expect(announced()).toBe('Renamed');
    dismissToast(id);
    expect(shown()).toEqual([]);
  });

  it('at most three are shown, the oldest goes', () => {
    for (const text of ['1', '2', '3', '4']) showToast({ text });
    expect(shown()).toEqual(['2', '3', '4']);
  });

  it('what still runs is not pushed out by what comes after it', () => {
    showToast({ text: 'running', share: 'unknown' });
    for (const text of ['1', '2', '3']) showToast({ text });
    expect(shown()).toEqual(['running', '2', '3']);
  });

  it('one takes the place of another, or comes last where that is gone', () => {
    const first = showToast({ text: 'first', share: 0 });
    showToast({ text: 'second' });
    showToast({ text: 'done', inPlaceOf: first });
    expect(shown()).toEqual(['done', 'second']);
    showToast({ text: 'more', inPlaceOf: first });
    expect(shown()).toEqual(['done', 'second', 'more']);
  });

  it('the same sentence again is read again', () => {
    announce('Arrived');
    const first = announced();
    announce('Arrived');
    expect(announced()).not.toBe(first);
    expect(announced().trim()).toBe('Arrived');
  });

  it('what was said to one person goes with them, unless it is for anybody', () => {
    showToast({ text: 'Renamed to “letter to the doctor”' });
    showToast({ text: 'Signed out on this browser.', isForAnybody: true });
    dismissPersonal();
    expect(shown()).toEqual(['Signed out on this browser.']);
    expect(announced()).toBe('');
  });
});
