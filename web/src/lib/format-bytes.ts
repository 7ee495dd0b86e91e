import { lazily } from './lazily.ts';
import { locale } from './locale.ts';

const wholeFigure = lazily(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }));
const roundFigure = lazily(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }));
const exactFigure = lazily(() => new Intl.NumberFormat(locale));

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB', 'PB'] as const;

/** A size for people: decimal units, at most three figures, "12 KB", "1.2 GB". */
export function formatBytes(sizeBytes: number): string {
  const step = stepOf(sizeBytes);
  return `${figure(sizeBytes, step)} ${UNITS[step]}`;
}

/** How far something got, in the unit of the whole: "12.4 of 88 MB". What is less than one of that
 *  has a unit of its own, so that it is seen to grow: "9 MB of 100 GB". */
export function formatProgress(doneBytes: number, sizeBytes: number): string {
  const step = stepOf(sizeBytes);
  if (doneBytes > 0 && stepOf(doneBytes) < step)
    return `${formatBytes(doneBytes)} of ${formatBytes(sizeBytes)}`;
  return `${figure(Math.min(doneBytes, sizeBytes), step)} of ${figure(sizeBytes, step)} ${UNITS[step]}`;
}

export function formatRate(bytesPerSecond: number): string {
  return `${formatBytes(bytesPerSecond)}/s`;
}

/** How many there are: "10,000". */
export function formatCount(count: number): string {
  return exactFigure().format(count);
}

/** The exact count, for where the rounded size is not enough: "1,234,567 bytes". */
export function formatExactBytes(sizeBytes: number): string {
  return sizeBytes === 1 ? '1 byte' : `${formatCount(sizeBytes)} bytes`;
}

// 999 950 would be written as "1000 KB", so the next unit begins where rounding reaches it.
function stepOf(sizeBytes: number): number {
  let step = 0;
  while (step < UNITS.length - 1 && sizeBytes >= 999.5 * 1000 ** step) step += 1;
  return step;
}

function figure(sizeBytes: number, step: number): string {
  const value = sizeBytes / 1000 ** step;
  const figures = step > 0 && value < 99.95 ? roundFigure() : wholeFigure();
  return figures.format(value);
}
