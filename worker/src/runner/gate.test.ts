import { beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '../../test/manual-clock.ts';
import { Control } from './control.ts';
import { Gate } from './gate.ts';

let clock: ManualClock;
let recorded: object[];
let gate: Gate;
let control: Control;

const REFUSAL = {
  during: 'send',
  code: 'network',
  detail: null,
  reaction: 'retry',
  retryAfterMs: null,
} as const;

beforeEach(() => {
  clock = new ManualClock();
  recorded = [];
  const store = { recordConnection: async (facts: object) => void recorded.push(facts) };
  gate = new Gate({ clock, store });
  control = new Control(clock, 60_000);
});

const passing = () => {
  const passed = { done: false };
  void gate.pass(control).then(() => {
    passed.done = true;
  });
  return passed;
};

describe('the gate', () => {
  it('is open at first', async () => {
    await gate.pass(control);
    expect(gate.isClosed()).toBe(false);
  });

  it('keeps everybody waiting after a failure, and says so', async () => {
    await gate.close(REFUSAL);
    const passed = passing();
    await clock.advance(249);
    expect(passed.done).toBe(false);
    await clock.advance(1);
    expect(passed.done).toBe(true);
    expect(recorded).toEqual([{ failures: 1, closedUntil: 250, code: 'network' }]);
  });

  it('counts requests that failed together once', async () => {
    await gate.close(REFUSAL);
    await gate.close(REFUSAL);
    expect(recorded).toHaveLength(1);
  });

  it('forgets failures with the first answer after it opened', async () => {
    await gate.close(REFUSAL);
    await gate.prove();
    expect(recorded).toHaveLength(1);
    await clock.advance(250);
    await gate.prove();
    expect(recorded[1]).toEqual({ failures: 0, closedUntil: 0, code: null });
    await gate.prove();
    expect(recorded).toHaveLength(2);
  });

  it('opens at once for somebody who knows better', async () => {
    await gate.close({ ...REFUSAL, retryAfterMs: 30_000 });
    const passed = passing();
    await gate.open();
    control.wake();
    await clock.advance(0);
    expect(passed.done).toBe(true);
  });

  it('waits but shortly when it fails again after it was opened', async () => {
    for (let failures = 0; failures < 8; failures++) {
      await gate.close(REFUSAL);
      await clock.advance(60_000);
    }
    await gate.open();
    expect(recorded.at(-1)).toEqual({ failures: 0, closedUntil: 0, code: null });
    await gate.close(REFUSAL);
    const passed = passing();
    await clock.advance(500);
    expect(passed.done).toBe(true);
  });

  it('lets go when time is up', async () => {
    await gate.close({ ...REFUSAL, retryAfterMs: 30_000 });
    const passed = passing();
    await clock.advance(0);
    control.end();
    await clock.advance(0);
    expect(passed.done).toBe(true);
  });
});

describe('the control', () => {
  it('goes on until its time, which can only be put later', () => {
    const short = new Control(clock, 100);
    expect(short.isTimeUp()).toBe(false);
    short.extend(50);
    expect(new Control(clock, 0).isTimeUp()).toBe(true);
    expect(short.isTimeUp()).toBe(false);
  });

  it('never naps past its end', async () => {
    const short = new Control(clock, 100);
    let woken = false;
    void short.nap(5000).then(() => {
      woken = true;
    });
    await clock.advance(100);
    expect(woken).toBe(true);
  });
});
