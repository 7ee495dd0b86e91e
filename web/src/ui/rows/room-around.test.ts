import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RoomAround } from './room-around.ts';

const SOON_MS = 5000;

let rows: { readonly style: Record<string, string>; readonly animate: () => void };
let room: RoomAround;
let mayEnd: boolean;
let ended: number;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  rows = { style: {}, animate: vi.fn() };
  mayEnd = true;
  ended = 0;
  room = new RoomAround({
    rows: () => rows as unknown as HTMLElement,
    mayEnd: () => mayEnd,
    onEnd: () => {
      ended += 1;
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('is there at once, and taken back soon, which is shown', () => {
  room.give(80, 0);
  expect(room.abovePx).toBe(80);
  vi.advanceTimersByTime(SOON_MS);
  expect(room.abovePx).toBe(0);
  expect(ended).toBe(1);
  expect(rows.animate).toHaveBeenCalledTimes(1);
});

it('stays as long as somebody is about to point at a row', () => {
  mayEnd = false;
  room.give(80, 40);
  vi.advanceTimersByTime(10 * SOON_MS);
  expect(room.abovePx).toBe(80);
  mayEnd = true;
  vi.advanceTimersByTime(SOON_MS);
  expect(rows.style).toEqual({ marginBlockStart: '0px', marginBlockEnd: '0px' });
});

it('that is given up moves nothing later', () => {
  room.give(80, 0);
  room.end();
  vi.advanceTimersByTime(SOON_MS);
  expect(ended).toBe(0);
});

it('is taken back without a movement where that is not wanted', () => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  room.give(80, 0);
  vi.advanceTimersByTime(SOON_MS);
  expect(room.abovePx).toBe(0);
  expect(rows.animate).not.toHaveBeenCalled();
});
