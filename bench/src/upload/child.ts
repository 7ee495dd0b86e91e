import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

/** A program of this bench in a process of its own, spoken to by messages. */
export class Child {
  constructor(private readonly process: ChildProcess) {}

  /** Resolves with its first message, which says that it is ready. */
  static async start<Ready>(
    program: string,
    args: readonly string[],
  ): Promise<{ child: Child; ready: Ready }> {
    const path = join(import.meta.dirname, program);
    const child = new Child(fork(path, args, { execArgv: ['--import', 'tsx'] }));
    return { child, ready: await child.next<Ready>() };
  }

  get pid(): number {
    return this.process.pid ?? 0;
  }

  send(message: object | string): void {
    this.process.send(message);
  }

  next<Message>(): Promise<Message> {
    return new Promise((resolve, reject) => {
      const died = () => reject(new Error('a program of the bench has ended'));
      this.process.once('exit', died);
      this.process.once('message', (message) => {
        this.process.off('exit', died);
        resolve(message as Message);
      });
    });
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null) return;
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill('SIGTERM');
    await ended;
  }
}
