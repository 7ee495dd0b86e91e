// The way to the server: loses requests and answers, repeats and reorders them, corrupts chunks, and
// now and then finds the server unwell or the session over.

import { networkError } from '../../src/net/api-error.ts';
import type { ChunkToSend, UploadApi } from '../../src/net/upload-api.ts';
import { type FakeServer, refusal } from './fake-server.ts';
import type { Simulation, Thread } from './simulation.ts';

export interface Weather {
  /** How likely each kind of trouble is, per request. */
  loss: number;
  duplication: number;
  corruption: number;
  unwell: number;
  signedOut: number;
  overQuota: number;
}

export const CALM: Weather = {
  loss: 0,
  duplication: 0,
  corruption: 0,
  unwell: 0,
  signedOut: 0,
  overQuota: 0,
};

export interface Sent {
  readonly session: string;
  readonly index: number;
}

export class FakeNetwork {
  weather: Weather = CALM;
  readonly #sim: Simulation;
  readonly #server: FakeServer;
  readonly #onSend: (sent: Sent) => void;
  readonly #onAnswer: (sent: Sent) => void;

  constructor(
    sim: Simulation,
    server: FakeServer,
    onSend: (sent: Sent) => void,
    onAnswer: (sent: Sent) => void,
  ) {
    this.#sim = sim;
    this.#server = server;
    this.#onSend = onSend;
    this.#onAnswer = onAnswer;
  }

  /** The upload calls as `thread` makes them. */
  uploads(thread: Thread): UploadApi {
    const server = this.#server;
    return {
      init: async (body, key, signal) => {
        const {
          id,
          body: opened,
          isReplayed,
        } = await this.#call(thread, signal, () => {
          if (this.#sim.chance(this.weather.overQuota)) throw refusal('quota-exceeded');
          const isReplayed = server.hasAnswered(key);
          return { ...server.init(body, key), isReplayed };
        });
        const totalChunks = Math.ceil(opened.size);
        return { uploadId: id, chunkSize: 1, totalChunks, expiresAt: '', isReplayed };
      },
      check: (session, hashes, offset, signal) =>
        this.#call(thread, signal, () => server.check(session, hashes, offset)),
      putChunk: (session, chunk, signal) => this.#put(thread, session, chunk, signal),
      status: (session, signal) => this.#call(thread, signal, () => server.status(session)),
      complete: (session, _key, signal) =>
        this.#call(thread, signal, () => server.complete(session)),
      cancel: (session) => this.#call(thread, undefined, () => server.cancel(session)),
    };
  }

  async #put(thread: Thread, session: string, chunk: ChunkToSend, signal?: AbortSignal) {
    const sent = { session, index: chunk.index };
    this.#onSend(sent);
    await this.#call(thread, signal, () => {
      if (this.#sim.chance(this.weather.corruption)) throw refusal('hash-mismatch');
      this.#server.put(session, chunk.index, chunk.hash);
    });
    this.#onAnswer(sent);
  }

  #call<Answer>(
    thread: Thread,
    signal: AbortSignal | undefined,
    act: () => Answer,
  ): Promise<Answer> {
    const sim = this.#sim;
    const there = 1 + sim.below(200);
    const back = there + 1 + sim.below(200);
    return new Promise((resolve, reject) => {
      const answer = (delay: number, tell: () => void) =>
        sim.plan(delay, () => {
          signal?.removeEventListener('abort', giveUp);
          if (thread.isAlive) tell();
        });
      const giveUp = () => reject(signal?.reason);
      signal?.addEventListener('abort', giveUp);
      if (sim.chance(this.weather.loss)) {
        answer(back, () => reject(networkError('request lost')));
        return;
      }
      if (sim.chance(this.weather.duplication)) sim.plan(sim.below(3000), () => quietly(act));
      const isAnswerLost = sim.chance(this.weather.loss);
      // It arrives whether or not the sender still lives.
      sim.plan(there, () => {
        const tell = outcome(() => this.#guard(act), resolve, reject);
        if (isAnswerLost) answer(back - there, () => reject(networkError('answer lost')));
        else answer(back - there, tell);
      });
    });
  }

  #guard<Answer>(act: () => Answer): Answer {
    if (this.#sim.chance(this.weather.signedOut)) throw refusal('unauthenticated');
    if (this.#sim.chance(this.weather.unwell)) throw this.#trouble();
    return act();
  }

  #trouble() {
    const codes = ['internal', 'storage-unavailable', 'rate-limited'] as const;
    return refusal(codes[this.#sim.below(3)] ?? 'internal', this.#sim.chance(0.5) ? 2000 : null);
  }
}

function outcome<Answer>(
  act: () => Answer,
  resolve: (answer: Answer) => void,
  reject: (error: unknown) => void,
): () => void {
  try {
    const answer = act();
    return () => resolve(answer);
  } catch (error) {
    return () => reject(error);
  }
}

function quietly(act: () => unknown): void {
  try {
    act();
  } catch {
    // Nobody waits for the answer to a repeated request.
  }
}
