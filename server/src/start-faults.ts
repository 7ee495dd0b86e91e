import type { Config } from './config.ts';
import { StartRefused } from './lib/start-refused.ts';

/** A failure to listen, in words that say what to do. */
export function explainListen(error: unknown, variable: string, host: string, port: number) {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new StartRefused(
        `Port ${port} is already in use on ${host}. Stop what uses it, or set ${variable} to another one.`,
      );
    case 'EACCES':
      return new StartRefused(
        `Port ${port} may not be used without more rights. Set ${variable} to 1024 or above.`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartRefused(`HOST ${host} is not an address of this machine.`);
    default:
      return error;
  }
}

/** A failure to write to the data directory, in words that say what to do. */
export function explainDataDirectory(error: unknown, { dataDir }: Pick<Config, 'dataDir'>) {
  const code = codeOf(error);
  if (code === undefined || !['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code)) {
    return error;
  }
  return new StartRefused(
    `DATA_DIR ${dataDir} cannot be written to (${code}). Give this user the right to, or set DATA_DIR to another one.`,
  );
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error && 'code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
