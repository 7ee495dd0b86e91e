// What came of every chunk on its way to the server. Nothing is sampled: whatever was sent twice,
// and why, can be read from here afterwards.

interface Account {
  sent: number;
  acknowledged: number;
  refused: number;
  /** Cut off, by either end, before any answer. */
  lost: number;
  sentAfterAcknowledged: number;
}

/** How a request for a chunk ended: with a status, or without any. */
export type Ending = number | 'lost';

export class ChunkLedger {
  readonly #accounts = new Map<string, Account>();
  #underWay = 0;

  /** A chunk is on its way; gives what to call, once, when that has ended. */
  send(chunk: string): (ending: Ending) => void {
    const account = this.#accountOf(chunk);
    account.sent += 1;
    if (account.acknowledged > 0) account.sentAfterAcknowledged += 1;
    this.#underWay += 1;
    let isOpen = true;
    return (ending) => {
      if (!isOpen) return;
      isOpen = false;
      this.#underWay -= 1;
      account[wordFor(ending)] += 1;
    };
  }

  /** Chunks that the server has acknowledged. */
  acknowledged(): string[] {
    return this.#where((account) => account.acknowledged > 0);
  }

  refused(): string[] {
    return this.#where((account) => account.refused > 0);
  }

  /** Chunks that were cut off at least once. */
  lost(): string[] {
    return this.#where((account) => account.lost > 0);
  }

  resent(): string[] {
    return this.#where((account) => account.sent > 1);
  }

  /** Chunks that were sent although the server had acknowledged them: there must be none, ever. */
  sentInVain(): string[] {
    return this.#where((account) => account.sentAfterAcknowledged > 0);
  }

  underWay(): number {
    return this.#underWay;
  }

  #where(holds: (account: Account) => boolean): string[] {
    return [...this.#accounts].filter(([, account]) => holds(account)).map(([chunk]) => chunk);
  }

  #accountOf(chunk: string): Account {
    const known = this.#accounts.get(chunk);
    if (known !== undefined) return known;
    const fresh = { sent: 0, acknowledged: 0, refused: 0, lost: 0, sentAfterAcknowledged: 0 };
    this.#accounts.set(chunk, fresh);
    return fresh;
  }
}

function wordFor(ending: Ending): 'acknowledged' | 'refused' | 'lost' {
  if (ending === 'lost') return 'lost';
  return ending === 200 ? 'acknowledged' : 'refused';
}
