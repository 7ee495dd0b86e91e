type Kind = 'put' | 'delete';

interface Turn {
  readonly kind: Kind;
  readonly done: Promise<void>;
}

/** Lets what happens to one chunk happen one after the other, and different chunks side by side. Puts
 *  of the same chunk that come while one is queued or runs share it: the bytes are the same. */
export class ChunkTurns {
  private readonly last = new Map<string, Turn>();

  async put(hash: string, work: () => Promise<void>): Promise<void> {
    for (;;) {
      const last = this.last.get(hash);
      if (last?.kind !== 'put') return this.enqueue('put', hash, work);
      if (await succeeds(last.done)) return;
    }
  }

  delete(hash: string, work: () => Promise<void>): Promise<void> {
    return this.enqueue('delete', hash, work);
  }

  private enqueue(kind: Kind, hash: string, work: () => Promise<void>): Promise<void> {
    const before = this.last.get(hash)?.done ?? Promise.resolve();
    const done = before.then(work, work).finally(() => {
      if (this.last.get(hash) === turn) this.last.delete(hash);
    });
    const turn: Turn = { kind, done };
    this.last.set(hash, turn);
    return done;
  }
}

async function succeeds(done: Promise<void>): Promise<boolean> {
  return done.then(
    () => true,
    () => false,
  );
}
