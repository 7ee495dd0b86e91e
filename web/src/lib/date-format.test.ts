import { afterEach, expect, it } from 'vitest';
import { dateFormat } from './date-format.ts';

const home = process.env.TZ;

afterEach(() => {
  if (home === undefined) delete process.env.TZ;
  else process.env.TZ = home;
});

it('tells the time of where one is now, also after a journey', () => {
  const clock = dateFormat({ hour: 'numeric', minute: '2-digit', hour12: false });
  const noon = new Date(Date.UTC(2026, 0, 15, 12, 0));
  process.env.TZ = 'UTC';
  expect(clock(noon)).toBe('12:00');
  process.env.TZ = 'Asia/Tokyo';
  expect(clock(noon)).toBe('21:00');
});
