import { EventEmitter } from 'node:events';
import type { Bus } from '../../ports/bus.ts';

/** Carries messages within this process. Listeners are called after the publisher's own work, so none
 *  can make it fail. */
export class MemoryBus implements Bus {
  readonly #emitter = new EventEmitter().setMaxListeners(0);

  publish(topic: string, message: string): void {
    setImmediate(() => this.#emitter.emit(topic, message));
  }

  subscribe(topic: string, listener: (message: string) => void): () => void {
    this.#emitter.on(topic, listener);
    return () => this.#emitter.off(topic, listener);
  }
}
