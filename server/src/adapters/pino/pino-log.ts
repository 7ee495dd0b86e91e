import pino, { type DestinationStream } from 'pino';
import type { Log } from '../../lib/log.ts';
import type { LogLevel } from '../../lib/log-level.ts';

/** Lines of JSON, on standard output unless told otherwise. Cookies, tokens, passwords, bodies and
 *  query strings are never given to it; of an error it keeps what names the fault. */
export function createPinoLog(level: LogLevel, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

// The database driver puts row values into its errors' `detail`: somebody's data.
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack, cause } = error;
  return {
    type: name,
    message,
    stack,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    ...(cause === undefined ? {} : { cause: describeError(cause) }),
  };
}
