import { describe, expect, it } from 'vitest';
import { expectRefusal } from '../../../test/refusals.ts';
import { demandLiving, demandOwn, expiryFrom, isOverdue, isSlideDue } from './upload.ts';

const now = new Date('2026-11-22T12:00:00Z');
const later = (ms: number) => new Date(now.getTime() + ms);
const DAY_MS = 86_400_000;

const upload = (change: object = {}) => ({
  userId: 'anna',
  status: 'open' as 'open' | 'completed' | 'cancelled' | 'expired',
  expiresAt: later(DAY_MS),
  ...change,
});
const living = async (change: object) => demandLiving(upload(change), 'anna', now);

describe('the life of an upload', () => {
  it('UP18 is over when it was cancelled or has expired', async () => {
    await expectRefusal(living({ status: 'cancelled' }), 'gone');
    await expectRefusal(living({ status: 'expired' }), 'gone');
  });

  it('UP19 is over at its last moment, before any sweep has come', async () => {
    await expectRefusal(living({ expiresAt: now }), 'gone');
    expect(await living({ expiresAt: later(1) })).toMatchObject({ status: 'open' });
  });

  it('UP4 of a completed upload goes on past its end', async () => {
    expect(await living({ status: 'completed', expiresAt: later(-1) })).toBeDefined();
  });

  it('UP17 is not shown to anyone else, whatever became of it', async () => {
    for (const status of ['open', 'completed', 'cancelled', 'expired']) {
      const asked = (async () => demandLiving(upload({ status }), 'bert', now))();
      await expectRefusal(asked, 'not-found');
    }
    await expectRefusal((async () => demandOwn(undefined, 'anna'))(), 'not-found');
  });

  it('UP19 lasts 30 days', () => {
    expect(expiryFrom(now)).toEqual(later(30 * DAY_MS));
    expect(isOverdue({ expiresAt: expiryFrom(now) }, later(30 * DAY_MS - 1))).toBe(false);
    expect(isOverdue({ expiresAt: expiryFrom(now) }, later(30 * DAY_MS))).toBe(true);
  });

  it('UP19 is prolonged at most once a day', () => {
    const expiresAt = expiryFrom(now);
    expect(isSlideDue(expiresAt, now)).toBe(false);
    expect(isSlideDue(expiresAt, later(DAY_MS - 1))).toBe(false);
    expect(isSlideDue(expiresAt, later(DAY_MS))).toBe(true);
  });
});
