import { Refusal } from '../../lib/refuse.ts';

// Class 08: connection exceptions · 25006: a standby after a failover · 53…: out of memory or
// connections · 57…: shutting down, crashed, starting up, statement timeout · 58030: I/O error.
const UNAVAILABLE_STATES =
  /^(08...|25006|53000|53200|53300|53400|55P03|57014|57P01|57P02|57P03|57P05|58030)$/;

const LOST_SOCKET = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EACCES',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

// The driver gives these no code.
const LOST_CONNECTION =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Query read timeout|timeout expired|Client was closed|Cannot use a pool after)/;

const DISK_FULL = '53100';

/** What a caller is told when the database is lost or full: a refusal to retry. Everything else
 *  (a violated constraint, a fault in SQL) passes unchanged. */
export function asRefusal(error: unknown): unknown {
  if (codeOf(error) === DISK_FULL) return new Refusal('storage-full', { cause: error });
  if (!isUnavailable(error)) return error;
  return new Refusal('storage-unavailable', { retryAfterSeconds: 1, cause: error });
}

export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  if (code === undefined) return LOST_CONNECTION.test(error.message);
  return UNAVAILABLE_STATES.test(code) || LOST_SOCKET.has(code);
}

/** True where the same work can succeed when simply done again: a serialization failure, a
 *  deadlock, or a statement prepared before a migration changed its table. */
export function isTransient(error: unknown): boolean {
  const code = codeOf(error);
  return code === '40001' || code === '40P01' || isStalePlan(error);
}

/** The connection's prepared statements are out of date: it must not be used again. */
export function isStalePlan(error: unknown): boolean {
  return (
    codeOf(error) === '0A000' &&
    error instanceof Error &&
    'routine' in error &&
    error.routine === 'RevalidateCachedQuery'
  );
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error && 'code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
