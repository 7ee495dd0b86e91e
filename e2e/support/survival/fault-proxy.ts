// Stands between the browser and the server as a router or a reverse proxy does, and fails the way
// they fail: what is to go wrong is said by faults.

import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { type Call, type Target, targetOf } from './call.ts';
import { ChunkLedger, type Ending } from './chunk-ledger.ts';
import { carry, withoutReuse } from './exchange.ts';
import { type Fault, Gate, type Stage, type Which } from './faults.ts';
import { SocketLines } from './socket-lines.ts';

interface Page {
  readonly headers: http.OutgoingHttpHeaders;
  readonly body: string;
}

export class FaultProxy {
  #ledger = new ChunkLedger();
  #faults: readonly Fault[] = [];
  #answers: { readonly target: Target; readonly status: number }[] = [];
  readonly #pages = new Map<string, Page>();
  readonly #target: URL;
  readonly #agent = new http.Agent({ keepAlive: true });
  readonly #lines = new SocketLines();
  readonly #server = http.createServer((req, res) => void this.#serve(req, res));

  private constructor(target: string) {
    this.#target = new URL(target);
    this.#server.on('upgrade', (req, socket, head) => {
      this.#lines.pass(this.#target, req, socket, head);
    });
  }

  static async listen(target: string): Promise<FaultProxy> {
    const proxy = new FaultProxy(target);
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** What came of every chunk since the last `reset`. */
  get ledger(): ChunkLedger {
    return this.#ledger;
  }

  /** How the server answered requests of one kind, in order. */
  answersTo(which: Which<Target>): number[] {
    return this.#answers.filter(({ target }) => which(target)).map(({ status }) => status);
  }

  arm(...faults: readonly Fault[]): void {
    this.#faults = [...this.#faults, ...faults];
  }

  /** Holds what matches at a stage until the gate is told what becomes of it. */
  hold(stage: Stage, which: Which): Gate {
    const gate = new Gate(stage, which);
    this.arm(gate);
    return gate;
  }

  /** Cuts every socket that is open. Gives how many there were. */
  cutSockets(): number {
    return this.#lines.cut();
  }

  /** No faults any more; what gates hold is still held. */
  disarm(): void {
    this.#faults = [];
  }

  /** As it was at the beginning. */
  reset(): void {
    this.disarm();
    this.#ledger = new ChunkLedger();
    this.#answers = [];
    this.#pages.clear();
  }

  /** From now on the file has `text` at its end. */
  async append(path: string, text: string): Promise<void> {
    const answer = await fetch(new URL(path, this.#target));
    const headers = new Headers(answer.headers);
    for (const name of ['content-length', 'content-encoding', 'etag']) headers.delete(name);
    const body = (await answer.text()) + text;
    this.#pages.set(path, { headers: Object.fromEntries(headers), body });
  }

  async close(): Promise<void> {
    this.#agent.destroy();
    this.#lines.cut();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const target = targetOf(req.url ?? '/');
    const page = this.#pages.get(target.path);
    if (page !== undefined) {
      res.writeHead(200, withoutReuse(page.headers)).end(page.body);
      return;
    }
    const settle = this.#account(target);
    res.once('close', () => settle('lost'));
    try {
      const call = { ...target, body: await buffer(req) };
      await carry({ req, res, call }, this.#carrier(settle));
    } catch {
      // One end broke off, or a fault cut it: the other end sees just that.
      res.destroy();
    }
  }

  #account({ deed, path }: Target): (ending: Ending) => void {
    return deed === 'chunk' ? this.#ledger.send(path) : () => {};
  }

  #carrier(settle: (ending: Ending) => void) {
    return {
      target: this.#target,
      agent: this.#agent,
      pass: (stage: Stage, call: Call) => this.#pass(stage, call),
      onAnswer: (status: number, call: Call) => {
        settle(status);
        this.#answers.push({ target: call, status });
      },
    };
  }

  async #pass(stage: Stage, call: Call): Promise<void> {
    for (const fault of this.#faults) {
      if (fault.stage !== stage || !fault.which(call)) continue;
      if ((await fault.befall(call)) === 'cut') throw new Error(`cut off when ${stage}`);
    }
  }
}
