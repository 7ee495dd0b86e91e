import type { Shown } from '@satchel/worker/local/kept-states';

const HELD_UP: Readonly<Record<string, string>> = {
  network: 'To be kept offline: waiting for the network',
  'unreadable-answer': 'To be kept offline: waiting for the server',
  'rate-limited': 'To be kept offline: waiting for the server',
  'storage-unavailable': 'To be kept offline: waiting for the server',
};

const IN_THE_WAY: Readonly<Record<string, string>> = {
  'no-room': 'there is no room in this browser',
  'hash-mismatch': 'what comes from the server is not what it should be',
  'not-found': 'it is not on the server any more',
};

/** How far something is that is kept offline, as a row says it. */
export function keptWords({ state, share, why }: Shown): string {
  switch (state) {
    case 'kept':
      return 'Kept offline';
    case 'keeping':
      return `Keeping offline, ${percentOf(share)} %`;
    case 'waiting':
      return HELD_UP[why ?? ''] ?? 'Waiting to be kept offline';
    case 'failed':
      return `Not kept offline: ${IN_THE_WAY[why ?? ''] ?? 'it could not be fetched'}`;
  }
}

/** 100 is said only of what is whole. */
export function percentOf(share: number): number {
  return Math.min(99, Math.floor(100 * share));
}
