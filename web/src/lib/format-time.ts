import { dateFormat } from './date-format.ts';

const fullMoment = dateFormat({ dateStyle: 'full', timeStyle: 'short' });
const exactMoment = dateFormat({ dateStyle: 'medium', timeStyle: 'short' });
const dayOfYear = dateFormat({ day: 'numeric', month: 'short' });
const dayAndYear = dateFormat({ day: 'numeric', month: 'short', year: 'numeric' });
const weekday = dateFormat({ weekday: 'short' });
const clock = dateFormat({ hour: 'numeric', minute: '2-digit' });

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** When something happened, as short as it can be said: "now", "5 min ago", "Today 14:02",
 *  "Tue 14:02" within a week, then a date, with its year where that is another one. */
export function formatMoment(at: Date, now: Date): string {
  const ageMs = now.getTime() - at.getTime();
  if (ageMs < 0) return ageMs > -MINUTE_MS ? 'now' : formatDate(at, now);
  if (ageMs < MINUTE_MS) return 'now';
  if (ageMs < HOUR_MS) return `${Math.floor(ageMs / MINUTE_MS)} min ago`;
  const daysAgo = daysBetween(at, now);
  if (daysAgo < 7) return `${dayWord(at, daysAgo)} ${clock(at)}`;
  return formatDate(at, now);
}

/** The whole truth about a moment: "Tuesday 4 March 2025 at 14:02". */
export function formatFullMoment(at: Date): string {
  return fullMoment(at);
}

/** A moment to the minute, short enough for a column: "17 Nov 2026, 14:02". */
export function formatExactMoment(at: Date): string {
  return exactMoment(at);
}

/** How much is left, roughly: "9 s", "3 min", "2 h 10 min", "3 days". */
export function formatDuration(seconds: number): string {
  const whole = Math.max(1, Math.ceil(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.round(whole / 60)} min`;
  if (whole < 2 * 86_400) return hoursAndMinutes(Math.round(whole / 60));
  return `${Math.round(whole / 86_400)} days`;
}

function hoursAndMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return rest === 0 || hours >= 10 ? `${hours} h` : `${hours} h ${rest} min`;
}

function formatDate(at: Date, now: Date): string {
  const isThisYear = at.getFullYear() === now.getFullYear();
  return isThisYear ? dayOfYear(at) : dayAndYear(at);
}

function dayWord(at: Date, daysAgo: number): string {
  if (daysAgo === 0) return 'Today';
  return daysAgo === 1 ? 'Yesterday' : weekday(at);
}

// Counted from midnight to midnight, and rounded because a day can have 23 or 25 hours.
function daysBetween(at: Date, now: Date): number {
  const midnight = (date: Date) => new Date(date).setHours(0, 0, 0, 0);
  return Math.round((midnight(now) - midnight(at)) / DAY_MS);
}
