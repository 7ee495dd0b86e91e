// Sends the chunks of one upload, several at once, within the places that all uploads share.

import { nextCommand } from '../engine/facts.ts';
import type { Command } from '../engine/upload.ts';
import type { ChunkToSend } from '../net/upload-api.ts';
import { ahead } from './ahead.ts';
import { type DoDeed, type Drain, mayGoOn, rest, settleError } from './lane.ts';
import { neededChunks } from './needed-chunks.ts';
import type { Hand } from './recorder.ts';
import { noteAcked } from './resync-upload.ts';

/** The first failure ends it; what is under way then still arrives and counts. */
export const sendChunks: DoDeed = async (drain, hand) => {
  const sending = new Sending(drain, hand);
  try {
    for await (const window of ahead(neededChunks(drain, hand))) {
      await sending.begin(window);
      if (sending.isOver()) break;
    }
  } catch (error) {
    sending.fail('check', error);
  }
  await sending.settled();
  if (sending.failure) {
    return settleError(drain, hand, sending.failure.during, sending.failure.error);
  }
  return next(drain, hand);
};

function next(drain: Drain, hand: Hand): readonly Command[] {
  if (!mayGoOn(drain, hand)) return rest();
  const command = nextCommand(hand.upload);
  // Whatever there was to send has been sent, so the rest is somebody else's or not there yet.
  return command === 'send' ? rest() : [command];
}

function sizeOf({ bytes }: ChunkToSend): number {
  return bytes instanceof Blob ? bytes.size : bytes.byteLength;
}

const STALE_MS = 1000;

interface Failure {
  readonly during: 'check' | 'send';
  readonly error: unknown;
}

class Sending {
  failure: Failure | null = null;
  readonly #drain: Drain;
  readonly #hand: Hand;
  readonly #underWay = new Set<Promise<void>>();

  constructor(drain: Drain, hand: Hand) {
    this.#drain = drain;
    this.#hand = hand;
  }

  isOver(): boolean {
    return this.failure !== null || !mayGoOn(this.#drain, this.#hand);
  }

  fail(during: Failure['during'], error: unknown): void {
    this.failure ??= { during, error };
  }

  /** Resolves when the last of them is under way. */
  async begin(chunks: readonly ChunkToSend[]): Promise<void> {
    const { throttle, control } = this.#drain;
    for (const chunk of chunks) {
      const wanted = { bytes: sizeOf(chunk), position: this.#hand.upload.position };
      await throttle.take(wanted, control, () => !this.isOver());
      await this.#refresh();
      if (this.isOver()) {
        throttle.give();
        return;
      }
      const sent = this.#send(chunk).finally(() => this.#underWay.delete(sent));
      this.#underWay.add(sent);
    }
  }

  /** Answers that come bring along what others did to the upload. Where none came for a while, it is
   *  asked for: it may have been held, or have found no room meanwhile. */
  async #refresh(): Promise<void> {
    const { ports, recorder } = this.#drain;
    if (ports.clock.now() - this.#hand.freshAt > STALE_MS) await recorder.reread(this.#hand);
  }

  async settled(): Promise<void> {
    await Promise.all(this.#underWay);
  }

  async #send(chunk: ChunkToSend): Promise<void> {
    const { upload, stop } = this.#hand;
    const { ports, room, throttle, gate } = this.#drain;
    try {
      if (upload.session === null) return;
      room.see(upload);
      await ports.uploads.putChunk(upload.session, await room.prepare(chunk), stop.signal);
      throttle.arrived(sizeOf(chunk));
      noteAcked(this.#drain, this.#hand, [chunk.index], false);
      await gate.prove();
    } catch (error) {
      this.fail('send', error);
    } finally {
      throttle.give();
    }
  }
}
