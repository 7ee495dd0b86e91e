import { MemoryBus } from '../src/adapters/memory/bus.ts';

/** A bus that loses every message, as any bus may. */
export class LossyBus extends MemoryBus {
  override publish(): void {}
}
