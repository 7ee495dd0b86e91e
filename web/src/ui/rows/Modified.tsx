import { formatExactMoment, formatMoment } from '../../lib/format-time.ts';
import { useNow } from '../../lib/use-now.ts';

/** When something was changed: short, and exactly while it is pointed at or has the focus. */
export function Modified({ at }: { readonly at: string }) {
  const date = new Date(at);
  return (
    <time dateTime={at} className="modified">
      <span className="modified-short">{formatMoment(date, useNow())}</span>
      <span className="modified-exact">{formatExactMoment(date)}</span>
    </time>
  );
}
