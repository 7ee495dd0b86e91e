import { uuidv7 } from 'uuidv7';
import { findSignedIn, recordSessionEnded } from '../local/account.ts';
import { recordConnection } from '../local/connection.ts';
import { countUnsent } from '../local/outbox.ts';
import { claim, release, settle } from '../local/outbox-work.ts';
import { runAlone } from '../local/presence.ts';
import { readOutbox } from '../local/read-outbox.ts';
import { createApi } from '../net/api.ts';
import type { OutboxStore } from './outbox-run.ts';
import { OutboxSender } from './outbox-sender.ts';
import { realClock } from './real-ports.ts';

const LOCK = 'satchel-outbox';

/** The outbox in this browser's database. */
export const outboxStore: OutboxStore = {
  claim,
  release,
  settle,
  readOutbox,
  countUnsent,
  recordConnection,
  recordSessionEnded,
  findSignedIn,
};

/** The sender of this thread. Among all threads of this origin one sends at a time. */
export function createOutbox(onFolders: () => void): OutboxSender {
  const owner = uuidv7();
  const { nodes: api } = createApi();
  const isOnline = () => navigator.onLine !== false;
  const ports = { store: outboxStore, api, clock: realClock, isOnline, onFolders };
  return new OutboxSender(ports, (work) => runAlone(LOCK, owner, work));
}
