/** Lets one server of the installation at a time do a thing. */
export interface Turns {
  /** Runs `work`, unless some server, this one too, is at the same thing right now. Returns whether
   *  it ran. `lost` aborts when the turn can no longer be vouched for (the lock's connection broke):
   *  then another server may begin, and `work` must stop before its next step. */
  take(name: string, work: (lost: AbortSignal) => Promise<void>): Promise<boolean>;
}
