import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Checkpoint } from '../../test/checkpoint.ts';
import { SILENT } from '../lib/log.ts';
import type { Turns } from '../ports/turns.ts';
import { schedule } from './schedule.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** The only server there is. */
const alone: Turns = {
  async take(_name, work) {
    await work(new AbortController().signal);
    return true;
  },
};
const deps = { log: SILENT, turns: alone };
// The pause of a second, and the jitter that may come on top.
const nextRun = () => vi.advanceTimersByTimeAsync(1100);

it('runs a job at once and again after its pause', async () => {
  const run = vi.fn(async () => {});
  const stop = schedule([{ name: 'job', everyMs: 1000, run }], deps);
  await vi.advanceTimersByTimeAsync(999);
  expect(run).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(101);
  expect(run).toHaveBeenCalledTimes(2);
  await stop();
});

it('counts the pause from the end, so a job never overlaps itself', async () => {
  const checkpoints = [new Checkpoint(), new Checkpoint()];
  let runs = 0;
  const run = () => checkpoints[runs++]?.pass() ?? Promise.resolve();
  const stop = schedule([{ name: 'slow', everyMs: 1000, run }], deps);
  await vi.advanceTimersByTimeAsync(5000);
  expect(runs).toBe(1);
  checkpoints[0]?.open();
  await nextRun();
  expect(runs).toBe(2);
  checkpoints[1]?.open();
  await stop();
});

it('goes on after a job has failed', async () => {
  const warn = vi.fn();
  const run = vi.fn(() => Promise.reject(new Error('no')));
  const log = { ...SILENT, warn };
  const stop = schedule([{ name: 'job', everyMs: 1000, run }], { ...deps, log });
  await nextRun();
  expect(run).toHaveBeenCalledTimes(2);
  expect(warn).toHaveBeenCalledWith({ err: new Error('no'), job: 'job' }, 'a job failed');
  await stop();
});

it('leaves a job alone while another server is at it, and asks again in its turn', async () => {
  let isFree = false;
  const turns: Turns = { take: async (name, work) => isFree && (await alone.take(name, work)) };
  const run = vi.fn(async () => {});
  const stop = schedule([{ name: 'job', everyMs: 1000, run }], { ...deps, turns });
  await nextRun();
  expect(run).not.toHaveBeenCalled();
  isFree = true;
  await nextRun();
  expect(run).toHaveBeenCalledTimes(1);
  await stop();
});

it('tells the job when the turn is lost', async () => {
  const lost = new AbortController();
  const turns: Turns = { take: async (_name, work) => work(lost.signal).then(() => true) };
  const checkpoint = new Checkpoint();
  let seen: AbortSignal | undefined;
  const run = (signal: AbortSignal) => {
    seen = signal;
    return checkpoint.pass();
  };
  const stop = schedule([{ name: 'job', everyMs: 1000, run }], { ...deps, turns });
  await checkpoint.reached;
  lost.abort();
  expect(seen?.aborted).toBe(true);
  checkpoint.open();
  await stop();
});

it('stops once what runs has ended, and tells it to', async () => {
  const checkpoint = new Checkpoint();
  let seen: AbortSignal | undefined;
  const run = (signal: AbortSignal) => {
    seen = signal;
    return checkpoint.pass();
  };
  const stop = schedule([{ name: 'slow', everyMs: 1000, run }], deps);
  await checkpoint.reached;
  let isStopped = false;
  const stopping = stop().then(() => {
    isStopped = true;
  });
  await vi.advanceTimersByTimeAsync(10);
  expect(seen?.aborted).toBe(true);
  expect(isStopped).toBe(false);
  checkpoint.open();
  await stopping;
});

it('leaves no timer behind when it is stopped while it pauses', async () => {
  const stop = schedule([{ name: 'job', everyMs: 1000, run: async () => {} }], deps);
  await vi.advanceTimersByTimeAsync(10);
  await stop();
  expect(vi.getTimerCount()).toBe(0);
});
