// What a page says to the service worker. Pump, keep and rest are answered with `true` on the port that
// comes along: a page that gets no answer does the work itself.

export type PageMessage =
  /** Send what is queued, for a while. */
  | { readonly type: 'pump'; readonly retryNow: boolean; readonly reordered: boolean }
  /** Bring what is kept offline up to what is wanted, for a while. */
  | { readonly type: 'keep'; readonly isStale: boolean }
  /** Stop, at the next chunk boundary or `atOnce`, so that somebody else can take over. */
  | { readonly type: 'rest'; readonly atOnce: boolean }
  /** The waiting version may take over. */
  | { readonly type: 'skip-waiting' };

const TYPES: ReadonlySet<unknown> = new Set<PageMessage['type']>([
  'pump',
  'keep',
  'rest',
  'skip-waiting',
]);

export function isPageMessage(data: unknown): data is PageMessage {
  if (typeof data !== 'object' || data === null || !('type' in data)) return false;
  return TYPES.has(data.type);
}
