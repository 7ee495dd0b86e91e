import { describe, expect, it } from 'vitest';
import { Slots } from './slots.ts';

/** Asks for `count` places and tells how many have been given so far. */
function ask(slots: Slots, count: number): { given: number } {
  const seen = { given: 0 };
  for (let i = 0; i < count; i++) void slots.take(i).then(() => seen.given++);
  return seen;
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('places', () => {
  it('are given out as far as there are any, the rest in turn', async () => {
    const slots = new Slots(2);
    const seen = ask(slots, 4);
    await settled();
    expect(seen.given).toBe(2);
    slots.give();
    await settled();
    expect(seen.given).toBe(3);
  });

  it('go to the first of the queue, however late it came', async () => {
    const slots = new Slots(1);
    const order: number[] = [];
    await slots.take(5);
    for (const position of [7, 9, 6]) void slots.take(position).then(() => order.push(position));
    for (let i = 0; i < 3; i++) {
      slots.give();
      await settled();
    }
    expect(order).toEqual([6, 7, 9]);
  });

  it('admit those in line when there are more of them', async () => {
    const slots = new Slots(1);
    const seen = ask(slots, 4);
    slots.resize(3);
    await settled();
    expect(seen.given).toBe(3);
  });

  it('stay with who has one when there are fewer, and are not given again before enough are back', async () => {
    const slots = new Slots(3);
    const seen = ask(slots, 4);
    slots.resize(1);
    for (let back = 0; back < 2; back++) slots.give();
    await settled();
    expect(seen.given).toBe(3);
    slots.give();
    await settled();
    expect(seen.given).toBe(4);
  });
});
