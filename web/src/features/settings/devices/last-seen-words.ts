import { formatMoment } from '../../../lib/format-time.ts';

/** When a device was last here, within a sentence: "Last seen 5 min ago", "Last seen today 14:02". */
export function lastSeenWords(lastSeenAt: string, now: Date): string {
  const moment = formatMoment(new Date(lastSeenAt), now);
  return `Last seen ${moment.replace(/^(Today|Yesterday)/, (word) => word.toLowerCase())}`;
}
