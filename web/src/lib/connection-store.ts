import { create } from 'zustand';

export type Connection = 'connecting' | 'connected' | 'offline' | 'reconnecting' | 'maintenance';

export interface ConnectionState {
  readonly connection: Connection;
  /** Changes that have come so far, while a tree streams in. */
  readonly arriving: number;
  /** Changes of this person that the server does not have yet. */
  readonly unsent: number;
  /** Changes that the server refused and nobody has settled. */
  readonly refused: number;
}

/** How the way to the server is, as the tab knows it that follows the changes. */
export const useConnectionStore = create<ConnectionState>(() => ({
  connection: navigator.onLine ? 'connecting' : 'offline',
  arriving: 0,
  unsent: 0,
  refused: 0,
}));

export function setWaiting(unsent: number, refused: number): void {
  useConnectionStore.setState({ unsent, refused });
}

export function setConnection(connection: Connection, arriving = 0): void {
  useConnectionStore.setState({ connection, arriving });
}

export type Missing = 'network' | 'server';

/** What nothing can be sent without just now. A server that is looked after says itself until when. */
export function whatIsMissing(connection: Connection): Missing | null {
  if (connection === 'offline') return 'network';
  return connection === 'reconnecting' ? 'server' : null;
}

/** Whether what needs the server is worth trying. It may say itself that it is being looked after. */
export function isReachable(connection: Connection): boolean {
  return whatIsMissing(connection) === null;
}
