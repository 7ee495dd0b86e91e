import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = resolve(import.meta.dirname, '../..');

/** The built server, as `npm start` runs it, in a process of its own. */
export class ServerProcess {
  readonly #child: ChildProcess;
  readonly lines: string[] = [];
  errors = '';

  constructor(environment: Readonly<Record<string, string>>) {
    this.#child = spawn(process.execPath, ['server/dist/main.js'], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', ...environment },
    });
    const { stdout, stderr } = this.#child;
    if (stdout === null || stderr === null) throw new Error('the output is piped');
    createInterface({ input: stdout }).on('line', (line) => this.lines.push(line));
    stderr.on('data', (chunk) => (this.errors += chunk));
  }

  /** The address that it prints once it answers. */
  async address(): Promise<string> {
    while (this.lines.length === 0) {
      if (this.#child.exitCode !== null) throw new Error(`it ended: ${this.errors}`);
      await new Promise((done) => setTimeout(done, 20));
    }
    return this.lines[0]?.replace('Satchel is at ', '') ?? '';
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Its exit code, once it has ended; null when a signal killed it. */
  async ended(): Promise<number | null> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      await once(this.#child, 'close');
    }
    return this.#child.exitCode;
  }

  async kill(): Promise<void> {
    this.signal('SIGKILL');
    await this.ended();
  }
}

/** Bundles the server unless the bundle is of these very sources. */
export async function buildServer(): Promise<void> {
  const build = spawn(process.execPath, ['scripts/build.mjs', 'server'], { cwd: ROOT });
  const [code] = await once(build, 'close');
  if (code !== 0) throw new Error('the server was not built');
}
