// A deed to many nodes: shown at once, sent several at a time, and taken back where it was refused.

import type { Node } from '@satchel/shared/wire/nodes';
import { beginDeed, type Deed, type Settled, settleDeed } from '../local/pending-deeds.ts';
import { ApiError } from '../net/api-error.ts';
import { type Answer, sendEach } from '../runner/send-each.ts';
import { asSignedIn, newId } from './context.ts';
import { tabId } from './tab.ts';

/** Told after every answer: for how many nodes one has come. */
export type OnProgress = (answered: number) => void;

export interface Refused {
  readonly id: string;
  readonly error: unknown;
}

/** Some of a deed could not be done; all the rest was. */
export class DeedRefused extends Error {
  override readonly name = 'DeedRefused';
  readonly refused: readonly Refused[];
  /** Of the first refusal. */
  readonly code: string | null;

  constructor(refused: readonly Refused[]) {
    super(`${refused.length} could not be done`, { cause: refused[0]?.error });
    this.refused = refused;
    this.code = codeOf(refused[0]?.error);
  }
}

/** Does one deed to every node. What was refused is as it was by the time `DeedRefused` is thrown. */
export async function doToAll(
  deed: Deed,
  ids: readonly string[],
  send: (id: string, idempotencyKey: string) => Promise<Node | null>,
  onProgress: OnProgress = () => undefined,
): Promise<void> {
  await beginDeed(await tabId(), ids, deed);
  const groups = new SettledGroups(deed);
  const refused: Refused[] = [];
  let answered = 0;
  await sendEach(ids, {
    send: (id, key) => asSignedIn(() => send(id, key)),
    newKey: newId,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    onAnswer: (answer) => {
      if (answer.is === 'refused') refused.push(answer);
      groups.note(settledBy(answer));
      answered += 1;
      onProgress(answered);
    },
  });
  await groups.end();
  if (refused.length > 0) throw new DeedRefused(refused);
}

function settledBy(answer: Answer): Settled {
  if (answer.is === 'done') return answer;
  return { id: answer.id, is: codeOf(answer.error) === 'not-found' ? 'gone' : 'refused' };
}

function codeOf(error: unknown): string | null {
  return error instanceof ApiError ? error.code : null;
}

// Each write wakes every live query that shows one of its rows.
const BETWEEN_WRITES_MS = 400;

/** Writes answers in a few transactions, however many come. */
class SettledGroups {
  readonly #deed: Deed;
  #waiting: Settled[] = [];
  #writing: Promise<void> = Promise.resolve();
  #nextAt = Date.now() + BETWEEN_WRITES_MS;

  constructor(deed: Deed) {
    this.#deed = deed;
  }

  note(settled: Settled): void {
    this.#waiting.push(settled);
    if (Date.now() < this.#nextAt) return;
    this.#nextAt = Number.POSITIVE_INFINITY;
    this.#writing = this.#write().then(
      () => this.#restAWhile(),
      () => this.#restAWhile(),
    );
  }

  /** Rejects where the browser did not take them. */
  async end(): Promise<void> {
    await this.#writing;
    await this.#write();
  }

  #restAWhile(): void {
    this.#nextAt = Date.now() + BETWEEN_WRITES_MS;
  }

  async #write(): Promise<void> {
    const group = this.#waiting;
    this.#waiting = [];
    try {
      await settleDeed(this.#deed, group);
    } catch (error) {
      this.#waiting = [...group, ...this.#waiting];
      throw error;
    }
  }
}
