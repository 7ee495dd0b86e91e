// A chunk is pending, leased to a sender until some moment, or acknowledged (then its row is gone).

export interface Lease {
  readonly owner: string;
  readonly until: number;
}

/** Whether `owner` may send a chunk with this lease. A lease that has run out binds nobody: its
 *  owner was killed, and sending a chunk twice is harmless. */
export function mayTake(lease: Lease | null, owner: string, now: number): boolean {
  return lease === null || lease.owner === owner || lease.until <= now;
}
