interface Facts {
  readonly userId: string;
  readonly size: number;
}

/** Whose an upload is and how large its file, of the uploads that sent a chunk here lately. Neither
 *  ever changes, so this can be out of date about nothing. */
export class KnownUploads {
  private readonly facts = new Map<string, Facts>();

  constructor(private readonly most = 10_000) {}

  /** The size of the file, where the upload is known to be this person's. */
  sizeOf(uploadId: string, userId: string): number | undefined {
    const facts = this.facts.get(uploadId);
    return facts?.userId === userId ? facts.size : undefined;
  }

  /** The one that was met first is forgotten for it, when there are too many. */
  remember(uploadId: string, { userId, size }: Facts): void {
    this.facts.set(uploadId, { userId, size });
    const [oldest] = this.facts.size > this.most ? this.facts.keys() : [];
    if (oldest !== undefined) this.facts.delete(oldest);
  }
}
