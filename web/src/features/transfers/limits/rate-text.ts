const BYTES_PER_MB = 1_000_000;
/** Slower than this one chunk is paid for longer than the browser lets a worker live without a page. */
const SLOWEST = 20_000;

export type Rate =
  | { readonly isWrong: false; readonly bytesPerSecond: number | null }
  | { readonly isWrong: true };

/** What a person wrote as a rate in MB/s, with a point or a comma; nothing means no limit. */
export function readRate(text: string): Rate {
  const written = text.trim().replace(',', '.');
  if (written === '') return { isWrong: false, bytesPerSecond: null };
  const number = /^\d*\.?\d+$/.test(written) ? Number(written) : Number.NaN;
  if (!(number > 0) || number > 1e6) return { isWrong: true };
  return { isWrong: false, bytesPerSecond: Math.max(SLOWEST, Math.round(number * BYTES_PER_MB)) };
}

/** The other way round. */
export function rateText(bytesPerSecond: number | null): string {
  return bytesPerSecond === null ? '' : String(bytesPerSecond / BYTES_PER_MB);
}
