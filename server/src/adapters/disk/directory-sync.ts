interface Rounds {
  readonly running: Promise<void>;
  next: Promise<void> | null;
}

/** Makes renames and removals in a directory durable. Callers that arrive while a sync of the same
 *  directory runs share the one after it: the running one may have begun before their change. */
export class DirectorySync {
  private readonly rounds = new Map<string, Rounds>();

  constructor(private readonly syncOnce: (directory: string) => Promise<void>) {}

  sync(directory: string): Promise<void> {
    const rounds = this.rounds.get(directory);
    if (rounds === undefined) return this.begin(directory);
    rounds.next ??= this.after(rounds.running, directory);
    return rounds.next;
  }

  private async after(running: Promise<void>, directory: string): Promise<void> {
    await Promise.allSettled([running]);
    await this.begin(directory);
  }

  private begin(directory: string): Promise<void> {
    const rounds: Rounds = { running: this.syncOnce(directory), next: null };
    this.rounds.set(directory, rounds);
    return rounds.running.finally(() => {
      if (this.rounds.get(directory) === rounds && rounds.next === null) {
        this.rounds.delete(directory);
      }
    });
  }
}
