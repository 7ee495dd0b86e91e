import type { KeepProgress } from '@satchel/worker/local/pins';
import { formatBytes, formatCount, formatProgress } from '../../lib/format-bytes.ts';

/** How large what is kept is: "12 MB", "3.4 of 12 MB · 214 files". */
export function sizeWords(progress: KeepProgress | null, isFolder: boolean): string {
  if (progress === null) return '';
  const { sizeBytes, bytesKept, files } = progress;
  const size =
    bytesKept >= sizeBytes ? formatBytes(sizeBytes) : formatProgress(bytesKept, sizeBytes);
  if (!isFolder) return size;
  return `${size} · ${files === 1 ? '1 file' : `${formatCount(files)} files`}`;
}

/** What all of it takes on this device. */
export function totalWords(items: readonly { readonly progress: KeepProgress | null }[]): string {
  const bytes = items.reduce((sum, { progress }) => sum + (progress?.bytesKept ?? 0), 0);
  return `${formatBytes(bytes)} on this device`;
}
