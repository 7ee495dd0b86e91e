import { describe, expect, it } from 'vitest';
import { isCookieDue, isTouchDue, sessionExpiry } from './session-life.ts';

const at = (time: string) => new Date(`2026-11-22T${time}Z`);

describe('the life of a session', () => {
  it('EV4 ends 30 days after its last use', () => {
    expect(sessionExpiry(at('10:00:00')).toISOString()).toBe('2026-12-22T10:00:00.000Z');
  });

  it.each([
    ['10:59:59.999', false],
    ['11:00:00', true],
    ['09:00:00', false],
  ])('EV4 a use at %s, last written at 10:00, is written: %s', (time, isDue) => {
    expect(isTouchDue(at('10:00:00'), at(time))).toBe(isDue);
  });

  it('EV4 the cookie is due on another day', () => {
    expect(isCookieDue(at('00:00:00'), at('23:59:59'))).toBe(false);
    expect(isCookieDue(at('23:50:00'), new Date('2026-11-23T00:50:00Z'))).toBe(true);
  });
});
