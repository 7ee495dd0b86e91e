import { beforeEach, describe, expect, it } from 'vitest';
import { ManualClock, settled } from '../../test/manual-clock.ts';
import { persevere } from './persevere.ts';

let clock: ManualClock;
let pumps: number[];
let isWorkLeft: boolean;
let isResting: boolean;
let isSignedIn: boolean;

beforeEach(() => {
  clock = new ManualClock();
  pumps = [];
  isWorkLeft = true;
  isResting = false;
  isSignedIn = true;
});

function begin(pumpMs: number, onPump: () => void = () => {}) {
  const store = {
    findSignedIn: async () => (isSignedIn ? 'ada' : null),
    hasWork: async () => isWorkLeft,
  };
  const uploader = {
    get isResting() {
      return isResting;
    },
    pump: async () => {
      pumps.push(clock.now());
      await clock.sleep(pumpMs);
      onPump();
    },
  };
  const seen: { isLeft: boolean | null; at: number } = { isLeft: null, at: 0 };
  void persevere({ clock, store }, uploader, 60_000).then((isLeft) => {
    seen.isLeft = isLeft;
    seen.at = clock.now();
  });
  return seen;
}

describe('sending with no page', () => {
  it('ends when nothing is left', async () => {
    const seen = begin(5000, () => {
      isWorkLeft = pumps.length < 3;
    });
    await clock.advance(60_000);
    expect(pumps).toEqual([0, 6000, 12_000]);
    expect(seen).toEqual({ isLeft: false, at: 17_000 });
  });

  it('goes on while something is left, and says so when its time is over', async () => {
    const seen = begin(25_000);
    await clock.advance(120_000);
    expect(pumps).toEqual([0, 26_000, 52_000]);
    expect(seen).toEqual({ isLeft: true, at: 60_000 });
  });

  it('does not outlast its time by a pump that does', async () => {
    const seen = begin(500_000);
    await clock.advance(60_000);
    expect(seen).toEqual({ isLeft: true, at: 60_000 });
  });

  it('ends when it is told to rest', async () => {
    const seen = begin(5000, () => {
      isResting = true;
    });
    await clock.advance(60_000);
    expect(seen).toEqual({ isLeft: true, at: 5000 });
  });

  it('has nothing to do while nobody is signed in', async () => {
    isSignedIn = false;
    const seen = begin(5000);
    await settled();
    expect(seen.isLeft).toBe(false);
    expect(pumps).toEqual([]);
  });
});
