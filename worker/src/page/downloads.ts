import { PAST_WORKER } from '../serve/past-worker.ts';

interface Wanted {
  /** Shown by the browser, if the type is safe. */
  readonly inline?: boolean;
  /** From the network alone, whatever is kept here. */
  readonly isDirect?: boolean;
}

/** Where the browser has the bytes of a file from. */
export function downloadUrl(fileId: string, { inline, isDirect }: Wanted = {}): string {
  const query = new URLSearchParams();
  if (inline) query.set('inline', '1');
  if (isDirect) query.set(PAST_WORKER, '1');
  const path = `/api/v1/files/${encodeURIComponent(fileId)}/download`;
  return query.size === 0 ? path : `${path}?${query}`;
}
