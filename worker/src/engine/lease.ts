// Something that is somebody's until a moment. One that has run out binds nobody: its owner was
// killed, and what it was doing may be done again.

export interface Lease {
  readonly owner: string;
  readonly until: number;
}

export function isLeased(lease: Lease | null, now: number): boolean {
  return lease !== null && lease.until > now;
}
