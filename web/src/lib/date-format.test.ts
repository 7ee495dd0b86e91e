import { afterEach, expect, it, vi } from 'vitest';
import { dateFormat } from './date-format.ts';

afterEach(() => vi.unstubAllEnvs());

it('tells the time of where one is now, also after a journey', () => {
  const clock = dateFormat({ hour: 'numeric', minute: '2-digit', hour12: false });
  const noon = new Date(Date.UTC(2026, 0, 15, 12, 0));
  vi.stubEnv('TZ', 'UTC');
  expect(clock(noon)).toBe('12:00');
  vi.stubEnv('TZ', 'Asia/Tokyo');
  expect(clock(noon)).toBe('21:00');
});
