type Write = (fields: object, message: string) => void;

/** What the server says about itself: fields first, then a fixed sentence. pino's loggers fit. */
export interface Log {
  readonly debug: Write;
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
}

/** Says nothing. */
export const SILENT: Log = { debug: mute, info: mute, warn: mute, error: mute };

function mute(): void {}

/** The same log, with `fields` in every line. */
export function logWith(log: Log, fields: object): Log {
  const write = (level: keyof Log): Write => {
    return (more, message) => log[level]({ ...fields, ...more }, message);
  };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}
