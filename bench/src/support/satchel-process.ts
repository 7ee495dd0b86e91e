import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Child } from '../upload/child.ts';

const ROOT = join(import.meta.dirname, '../../..');
const GREETING = 'Satchel is at ';

export interface SatchelProcess {
  readonly url: string;
  readonly pid: number;
  /** To speak to what `nodeOptions` loaded. */
  readonly child: Child;
  /** Asks it to stop, and waits. */
  stop(): Promise<void>;
}

/** The built server as `npm start` runs it, with an empty data directory of its own and more room than
 *  any bench fills. `nodeOptions` come before the program, `environment` over what is usual. */
export async function startSatchel(
  dataDirectory: string,
  nodeOptions: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<SatchelProcess> {
  const child = spawn(process.execPath, [...nodeOptions, 'server/dist/main.js'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      // What scripts/start.cjs sets.
      UV_THREADPOOL_SIZE: '16',
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: dataDirectory,
      DEFAULT_QUOTA_BYTES: String(2 ** 50),
      ...environment,
    },
  });
  const ended = once(child, 'exit');
  const [line] = await Promise.race([firstLine(child), ended]);
  if (typeof line !== 'string' || !line.startsWith(GREETING) || child.pid === undefined) {
    throw new Error(`the server did not start: ${line}`);
  }
  return {
    url: line.slice(GREETING.length),
    pid: child.pid,
    child: new Child(child),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function firstLine({ stdout }: ChildProcess): Promise<unknown[]> {
  return stdout === null ? [] : once(createInterface(stdout), 'line');
}
