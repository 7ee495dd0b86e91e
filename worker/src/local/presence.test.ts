import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from './database.ts';
import { findUnheld, holdWhileAlive, lead, runAlone, untilUnheld } from './presence.ts';
import { wipe } from './wipe.ts';

// As on an insecure origin: there are no Web Locks, leases do the work.
beforeAll(() => vi.stubGlobal('navigator', {}));
afterAll(() => vi.unstubAllGlobals());
beforeEach(wipe);

const gate = () => {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, passed };
};

describe('running alone', () => {
  it('refuses a second of the same name at once, and lets another name run', async () => {
    const { open, passed } = gate();
    const first = runAlone('drain', 'one', () => passed);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await runAlone('drain', 'two', async () => {})).toBe(false);
    expect(await runAlone('other', 'two', async () => {})).toBe(true);
    open();
    expect(await first).toBe(true);
    expect(await runAlone('drain', 'two', async () => {})).toBe(true);
  });

  it('gives the lease back when the work fails', async () => {
    const failing = runAlone('drain', 'one', () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(await runAlone('drain', 'two', async () => {})).toBe(true);
  });

  it('takes over a lease that ran out: its owner was killed', async () => {
    await db.leases.put({ name: 'drain', owner: 'dead', until: Date.now() - 1 });
    expect(await runAlone('drain', 'two', async () => {})).toBe(true);
  });
});

describe('being alive', () => {
  it('can be seen by others', async () => {
    await holdWhileAlive('tab 1');
    expect(await findUnheld(['tab 1', 'tab 2'])).toEqual(['tab 2']);
    expect(await findUnheld(['tab 1'], Date.now() + 60_000)).toEqual(['tab 1']);
  });

  it('is over when the lease has run out', async () => {
    await db.leases.put({ name: 'worker', owner: 'worker', until: Date.now() - 1 });
    await expect(untilUnheld('worker')).resolves.toBeUndefined();
  });
});

describe('leading', () => {
  const candidacy = { signal: new AbortController().signal, steals: false };

  it('is for one at a time, and goes to the next when it is released', async () => {
    const first = await lead('feed', 'one', candidacy);
    let isSecond = false;
    const second = lead('feed', 'two', candidacy).then((leadership) => {
      isSecond = true;
      return leadership;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isSecond).toBe(false);
    first.release();
    (await second).release();
  });

  it('is lost to whoever took it while its owner slept', async () => {
    const { lost } = await lead('feed', 'one', candidacy);
    await db.leases.put({ name: 'feed', owner: 'two', until: Date.now() + 60_000 });
    await expect(lost).resolves.toBeUndefined();
  });
});
