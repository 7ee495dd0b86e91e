import type { Person } from '../wire.ts';

/** A device's way to the server, which the test takes away, or lets lose answers. */
export class Network {
  isOnline = true;
  /** The network goes with an answer, after the server has done what it was asked: so many come before. */
  breaksAfter: number | null = null;
  /** What the server was heard to refuse last, by idempotency key: its codes. */
  readonly refusals = new Map<string, string>();
  /** Answers that only a defect of the server gives. */
  readonly faults: string[] = [];
  readonly #person: Person;
  readonly #underWay = new Set<Promise<Response>>();

  constructor(person: Person) {
    this.#person = person;
  }

  begin(): void {
    this.isOnline = true;
    this.breaksAfter = null;
    this.refusals.clear();
    this.faults.length = 0;
  }

  /** Resolves when nothing is under way. */
  readonly untilAnswered = async (): Promise<void> => {
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay);
  };

  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    if (!this.isOnline) throw new TypeError('offline');
    const answer = this.#send(input, init);
    this.#underWay.add(answer);
    return answer.finally(() => this.#underWay.delete(answer));
  };

  readonly #send: typeof globalThis.fetch = async (input, init) => {
    const headers = new Headers(init?.headers);
    const cookie = [...this.#person.cookies].map((pair) => pair.join('=')).join('; ');
    headers.set('Cookie', cookie);
    const answer = await fetch(input, { ...init, headers });
    if (answer.status >= 500) this.faults.push(`${init?.method} ${input}: ${answer.status}`);
    if (this.#isLost(init?.method)) {
      await answer.arrayBuffer();
      throw new TypeError('lost');
    }
    await this.#note(headers.get('Idempotency-Key'), answer);
    return answer;
  };

  #isLost(method = 'GET'): boolean {
    const left = this.breaksAfter;
    if (this.isOnline && left !== null && method !== 'GET') this.#count(left);
    return !this.isOnline;
  }

  #count(answersLeft: number): void {
    this.isOnline = answersLeft > 0;
    this.breaksAfter = this.isOnline ? answersLeft - 1 : null;
  }

  async #note(key: string | null, answer: Response): Promise<void> {
    if (key === null) return;
    if (answer.ok) this.refusals.delete(key);
    else this.refusals.set(key, ((await answer.clone().json()) as { code: string }).code);
  }
}
