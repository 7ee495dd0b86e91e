import { beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '../../test/manual-clock.ts';
import { aMutation } from '../../test/mutations.ts';
import type { OutboxRow } from '../local/rows.ts';
import { FreshPlan } from './fresh-plan.ts';

const READING_MS = 20;

let clock: ManualClock;
let queue: string[];
let reads: number;
let plan: FreshPlan;
let read: () => OutboxRow[];
/** What happens between reading the queue and knowing what was read. */
let meanwhile: () => Promise<void>;

/** "b>a" is b, which waits for a. */
function row(text: string): OutboxRow {
  const [id = '', ...after] = text.split('>');
  return { ...aMutation({ id, after }), retryAt: 0 } as OutboxRow;
}

beforeEach(() => {
  clock = new ManualClock();
  queue = [];
  reads = 0;
  read = () => queue.map(row);
  const readQueue = async () => {
    reads += 1;
    const seen = read();
    await clock.advance(READING_MS);
    await meanwhile();
    return seen;
  };
  meanwhile = async () => {};
  plan = new FreshPlan(readQueue, clock);
});

/** Takes what is next, as if it were sent and out of the queue at once. */
async function sendNext(): Promise<string | undefined> {
  const [id] = await plan.take(1);
  queue = queue.filter((other) => other !== id);
  if (id !== undefined) plan.settled(id);
  return id;
}

describe('a plan of a queue that grows', () => {
  it('reads it for no more than a tenth of the time while there is something to send', async () => {
    queue = Array.from({ length: 100 }, (_, n) => `${n}`);
    const sent: (string | undefined)[] = [];
    for (let n = 0; n < 100; n++) {
      queue.push(`more ${n}`);
      plan.spoil();
      sent.push(await sendNext());
      await clock.advance(10);
    }
    expect(reads).toBe(5);
    expect(new Set(sent).size).toBe(100);
  });

  it('reads it at once when there is nothing else to send', async () => {
    queue = ['a'];
    expect(await sendNext()).toBe('a');
    queue.push('b');
    plan.spoil();
    expect(await sendNext()).toBe('b');
    expect(reads).toBe(2);
  });

  it('gives what joined after what was there', async () => {
    queue = ['a', 'b'];
    expect(await sendNext()).toBe('a');
    queue.push('c');
    plan.spoil();
    expect([await sendNext(), await sendNext()]).toEqual(['b', 'c']);
  });

  it('reads nothing where nothing changed', async () => {
    await plan.take(1);
    await clock.advance(60_000);
    expect(await plan.take(1)).toEqual([]);
    expect(reads).toBe(1);
  });

  it('frees what waited for something that was settled while it was read', async () => {
    queue = ['a', 'b>a'];
    expect(await plan.take(9)).toEqual(['a']);
    plan.spoil();
    meanwhile = async () => {
      queue = ['b>a'];
      plan.settled('a');
    };
    expect(await plan.take(9)).toEqual(['b']);
    expect(plan.isStale).toBe(false);
  });

  it('gives what was let go while it was read as it is afterwards', async () => {
    queue = ['a', 'b>a'];
    await plan.take(9);
    plan.spoil();
    meanwhile = async () => {
      meanwhile = async () => {};
      read = () => [{ ...row('a'), retryAt: 60_000 }, row('b>a')];
      plan.letGo(['a']);
    };
    expect([await plan.take(9), plan.isStale]).toEqual([[], true]);
    expect(await plan.take(9)).toEqual([]);
    expect([plan.isStale, plan.nextDueAt()]).toEqual([false, 60_000]);
  });
});
