import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BuiltServer, startBuiltServer } from '../built-server.ts';
import { queryDatabase } from './server-database.ts';

/** A built server with a data directory and a port of its own. What is killed can be started again
 *  on both. */
export class KillableServer {
  readonly url: string;
  readonly #directory: string;
  #running: BuiltServer | null;

  private constructor(directory: string, running: BuiltServer) {
    this.#directory = directory;
    this.#running = running;
    this.url = running.url;
  }

  static async start(): Promise<KillableServer> {
    const directory = await mkdtemp(join(tmpdir(), 'satchel-survival-'));
    return new KillableServer(directory, await startBuiltServer(directory));
  }

  /** Ends the process without warning. Its PostgreSQL is orphaned, as in a crash. */
  async kill9(): Promise<void> {
    await this.#running?.kill9();
    this.#running = null;
  }

  /** Ends PostgreSQL without warning; the server lives on and has to cope. */
  async killPostgres(): Promise<void> {
    const file = join(this.#directory, 'postgres', 'cluster', 'postmaster.pid');
    const [pid] = (await readFile(file, 'utf8')).split('\n');
    process.kill(Number(pid), 'SIGKILL');
  }

  /** Asks its database, beside the server. */
  query<Row extends object>(sql: string): Promise<Row[]> {
    return queryDatabase(this.#directory, sql);
  }

  /** Starts it again where it was; nothing when it runs. */
  async startAgain(): Promise<void> {
    this.#running ??= await startBuiltServer(this.#directory, new URL(this.url).port);
  }

  /** Also what a kill left behind: only a start knows how to end that. */
  async remove(): Promise<void> {
    await this.startAgain();
    await this.#running?.stop();
    await rm(this.#directory, { recursive: true, force: true });
  }
}
