// In which order a queue is sent: each mutation once everything that it waits for is out of the way.

import { isAwaited, type QueuedMutation } from './mutation.ts';

type Planned = QueuedMutation & { readonly retryAt: number };

export class SendingPlan {
  readonly #waitsFor = new Map<string, Set<string>>();
  readonly #waiting = new Map<string, Planned[]>();
  #ready: Planned[] = [];

  /** `queued` in the order of the queue; what is under way already is not taken again. */
  constructor(queued: readonly Planned[], underWay: ReadonlySet<string> = new Set()) {
    const open = new Set(queued.filter(isAwaited).map(({ id }) => id));
    for (const id of underWay) open.add(id);
    for (const one of queued) {
      if (one.state !== 'waiting' || underWay.has(one.id)) continue;
      const left = one.after.filter((id) => open.has(id));
      if (left.length === 0) this.#ready.push(one);
      else this.#wait(one, left);
    }
  }

  /** Up to `limit` that can be sent now. */
  take(limit: number, now: number): Planned[] {
    const due = this.#ready.filter(({ retryAt }) => retryAt <= now).slice(0, limit);
    const taken = new Set(due);
    if (due.length > 0) this.#ready = this.#ready.filter((one) => !taken.has(one));
    return due;
  }

  /** It is out of the way. */
  settled(id: string): void {
    for (const one of this.#waiting.get(id) ?? []) {
      const left = this.#waitsFor.get(one.id);
      left?.delete(id);
      if (left?.size === 0) this.#ready.push(one);
    }
    this.#waiting.delete(id);
  }

  /** When the next of them may be tried again; null where none waits for its time. */
  nextDueAt(): number | null {
    if (this.#ready.length === 0) return null;
    return this.#ready.reduce((least, { retryAt }) => Math.min(least, retryAt), Infinity);
  }

  #wait(one: Planned, left: readonly string[]): void {
    this.#waitsFor.set(one.id, new Set(left));
    for (const id of left) {
      const others = this.#waiting.get(id);
      if (others === undefined) this.#waiting.set(id, [one]);
      else others.push(one);
    }
  }
}
