// How the way to the server is doing, for screens.

import type { Connection } from '../engine/connection.ts';
import { readSetting, writeSetting } from './settings.ts';

const KEY = 'connection';

export interface ConnectionFacts extends Connection {
  /** Why it is closed: a code of the error table, `network` or `unreadable-answer`. */
  readonly code: string | null;
}

const FINE: ConnectionFacts = { failures: 0, closedUntil: 0, code: null };

export async function readConnection(): Promise<ConnectionFacts> {
  return ((await readSetting(KEY)) as ConnectionFacts | undefined) ?? FINE;
}

export async function recordConnection(facts: ConnectionFacts): Promise<void> {
  await writeSetting(KEY, facts);
}
