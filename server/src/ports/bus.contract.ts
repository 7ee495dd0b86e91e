import { describe, expect, it } from 'vitest';
import type { Bus } from './bus.ts';

/** What every bus must do for listeners that were there before the message. */
export function describeBus(name: string, create: () => Bus): void {
  describe(`${name} as a bus`, () => {
    it('tells every listener of a topic, and no other', async () => {
      const bus = create();
      const heard: string[] = [];
      bus.subscribe('a', (message) => heard.push(`first ${message}`));
      bus.subscribe('a', (message) => heard.push(`second ${message}`));
      bus.subscribe('b', (message) => heard.push(`other ${message}`));
      bus.publish('a', 'x');
      await expect.poll(() => heard.sort()).toEqual(['first x', 'second x']);
    });

    it('tells nothing to who has stopped listening', async () => {
      const bus = create();
      const heard: string[] = [];
      const stop = bus.subscribe('a', (message) => heard.push(`gone ${message}`));
      bus.subscribe('a', (message) => heard.push(message));
      stop();
      bus.publish('a', 'x');
      await expect.poll(() => heard).toEqual(['x']);
    });

    it('does not fail the publisher when nobody listens', () => {
      expect(() => create().publish('nobody', 'x')).not.toThrow();
    });
  });
}
