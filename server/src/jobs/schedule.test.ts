import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SILENT } from '../lib/log.ts';
import { schedule } from './schedule.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('runs a job at once and again after its pause', async () => {
  const run = vi.fn(async () => {});
  const stop = schedule([{ name: 'job', everyMs: 1000, run }], SILENT);
  expect(run).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1000);
  expect(run).toHaveBeenCalledTimes(2);
  await stop();
});

it('counts the pause from the end, so a job never overlaps itself', async () => {
  let finish = () => {};
  const run = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
  const stop = schedule([{ name: 'slow', everyMs: 1000, run }], SILENT);
  await vi.advanceTimersByTimeAsync(5000);
  expect(run).toHaveBeenCalledTimes(1);
  finish();
  await vi.advanceTimersByTimeAsync(1000);
  expect(run).toHaveBeenCalledTimes(2);
  finish();
  await stop();
});

it('goes on after a job has failed', async () => {
  const warn = vi.fn();
  const run = vi.fn(() => Promise.reject(new Error('no')));
  const stop = schedule([{ name: 'job', everyMs: 1000, run }], { ...SILENT, warn });
  await vi.advanceTimersByTimeAsync(1000);
  expect(run).toHaveBeenCalledTimes(2);
  expect(warn).toHaveBeenCalledWith({ err: new Error('no'), job: 'job' }, 'a job failed');
  await stop();
});

it('stops once what runs has ended', async () => {
  let finish = () => {};
  const run = () => new Promise<void>((resolve) => (finish = resolve));
  const stop = schedule([{ name: 'job', everyMs: 1000, run }], SILENT);
  let isStopped = false;
  const stopping = stop().then(() => (isStopped = true));
  await vi.advanceTimersByTimeAsync(10);
  expect(isStopped).toBe(false);
  finish();
  await stopping;
});
