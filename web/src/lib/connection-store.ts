import { create } from 'zustand';

export type Connection = 'connected' | 'offline';

interface ConnectionState {
  readonly connection: Connection;
}

/** Whether the server answered when it was last asked. */
export const useConnectionStore = create<ConnectionState>(() => ({
  connection: navigator.onLine ? 'connected' : 'offline',
}));

export function setConnection(connection: Connection): void {
  useConnectionStore.setState({ connection });
}
