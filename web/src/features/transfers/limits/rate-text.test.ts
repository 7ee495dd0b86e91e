import { describe, expect, it } from 'vitest';
import { rateText, readRate } from './rate-text.ts';

const read = (text: string) => {
  const rate = readRate(text);
  return rate.isWrong ? 'wrong' : rate.bytesPerSecond;
};

describe('a rate that a person writes', () => {
  it('is in megabytes a second, with a point or a comma', () => {
    expect(read('2')).toBe(2_000_000);
    expect(read(' 0,5 ')).toBe(500_000);
    expect(read('.25')).toBe(250_000);
  });

  it('is no limit where nothing is written', () => expect(read('  ')).toBeNull());

  it('is refused where it is no number above 0', () => {
    for (const text of ['0', '-1', 'fast', '1 000', '1.2.3', '1e9', 'Infinity']) {
      expect(read(text), text).toBe('wrong');
    }
  });

  it('is never so slow that a chunk could not arrive in time', () => {
    expect(read('0.000001')).toBe(20_000);
  });

  it('is shown as it was written', () => {
    expect(rateText(500_000)).toBe('0.5');
    expect(rateText(null)).toBe('');
  });
});
