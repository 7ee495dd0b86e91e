import { describe, expect, it } from 'vitest';
import { aMutation, NEW_FOLDER } from '../../../test/mutations.ts';
import type { QueuedMutation } from './mutation.ts';
import { SendingPlan } from './sending-plan.ts';

const row = (id: string, after: string[] = [], facts: Partial<QueuedMutation & Due> = {}) => ({
  ...aMutation({ id, after, ...facts }),
  retryAt: facts.retryAt ?? 0,
});
interface Due {
  readonly retryAt: number;
}
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

describe('the plan', () => {
  it('gives all that waits for nothing, in the order of the queue, each once', () => {
    const plan = new SendingPlan([row('a'), row('b', ['a']), row('c')]);
    expect(ids(plan.take(9, 0))).toEqual(['a', 'c']);
    expect(plan.take(9, 0)).toEqual([]);
  });

  it('gives one as soon as the last that it waits for is settled', () => {
    const plan = new SendingPlan([row('a'), row('b'), row('c', ['a', 'b'])]);
    plan.take(9, 0);
    plan.settled('a');
    expect(plan.take(9, 0)).toEqual([]);
    plan.settled('b');
    expect(ids(plan.take(9, 0))).toEqual(['c']);
  });

  it('does not wait for what is not in the queue any more', () => {
    expect(ids(new SendingPlan([row('b', ['sent long ago'])]).take(9, 0))).toEqual(['b']);
  });

  it('waits for what is under way, and does not give it again', () => {
    const plan = new SendingPlan([row('a'), row('b', ['a'])], new Set(['a']));
    expect(plan.take(9, 0)).toEqual([]);
    plan.settled('a');
    expect(ids(plan.take(9, 0))).toEqual(['b']);
  });

  it('never gives what was refused, and lets others wait for a folder that was', () => {
    const refused = { state: 'refused' } as const;
    const folder = row('f', [], { mutation: NEW_FOLDER, ...refused });
    const plan = new SendingPlan([row('a', [], refused), row('b', ['a']), folder, row('c', ['f'])]);
    expect(ids(plan.take(9, 0))).toEqual(['b']);
  });

  it('keeps what is not due, and says when it is', () => {
    const plan = new SendingPlan([row('a', [], { retryAt: 50 }), row('b', [], { retryAt: 20 })]);
    expect(plan.take(9, 0)).toEqual([]);
    expect(plan.nextDueAt()).toBe(20);
    expect(ids(plan.take(9, 20))).toEqual(['b']);
    expect(ids(plan.take(9, 50))).toEqual(['a']);
    expect(plan.nextDueAt()).toBeNull();
  });

  it('gives no more at once than asked', () => {
    const plan = new SendingPlan([row('a'), row('b'), row('c')]);
    expect([ids(plan.take(2, 0)), ids(plan.take(2, 0))]).toEqual([['a', 'b'], ['c']]);
  });
});
