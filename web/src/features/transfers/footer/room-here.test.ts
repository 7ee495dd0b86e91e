import { expect, it } from 'vitest';
import { roomHere } from './room-here.ts';

it('what is taken is what the browser says, with all else that is kept', () => {
  const room = roomHere({ usedBytes: 30, availableBytes: 100 }, 20);
  expect(room).toEqual({ takenBytes: 30, freeBytes: 70, share: 0.3 });
});

it('it is never less than what waits here', () => {
  const room = roomHere({ usedBytes: 2, availableBytes: 100 }, 40);
  expect(room).toEqual({ takenBytes: 40, freeBytes: 60, share: 0.4 });
});

it('a browser that has no room left, or lets us have none, is full', () => {
  expect(roomHere({ usedBytes: 120, availableBytes: 100 }, 0)).toMatchObject({
    freeBytes: 0,
    share: 1,
  });
  expect(roomHere({ usedBytes: 0, availableBytes: 0 }, 0).share).toBe(1);
});
