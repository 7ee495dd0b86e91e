import type { Change, FeedMessage } from '@satchel/shared/wire/sync';

/** A message as it goes over the wire. */
export function frameOf(message: FeedMessage): Buffer {
  return Buffer.from(JSON.stringify(message));
}

/** New changes of one space, on their way to many sockets. */
export class Batch {
  readonly #frames = new Map<string, Buffer>();

  constructor(
    readonly spaceId: string,
    /** Holds all changes behind `from` up to `to`. */
    readonly from: number,
    readonly to: number,
    readonly changes: readonly Change[],
    readonly hasMore: boolean,
  ) {}

  // Most sockets of a space are at the same cursor, and share one buffer.
  /** The message for who is at `cursor` with it. */
  frame(cursor: string): Buffer {
    const known = this.#frames.get(cursor);
    if (known !== undefined) return known;
    const frame = this.#write(this.changes, cursor);
    this.#frames.set(cursor, frame);
    return frame;
  }

  /** The message for who has seen some of it. */
  frameBehind(seq: number, cursor: string): Buffer {
    return this.#write(
      this.changes.filter((change) => change.seq > seq),
      cursor,
    );
  }

  #write(changes: readonly Change[], cursor: string): Buffer {
    return frameOf({ type: 'changes', changes: [...changes], cursor, hasMore: this.hasMore });
  }
}
