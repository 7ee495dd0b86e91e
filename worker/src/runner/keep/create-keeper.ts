import { uuidv7 } from 'uuidv7';
import type { Digest } from '../../digest/digest.ts';
import type { Estimate } from '../../engine/keep/room.ts';
import { readAccount, recordSessionEnded } from '../../local/account.ts';
import { planKept } from '../../local/keep-plan.ts';
import * as contents from '../../local/kept-contents.ts';
import { hasKeepWork, hasKept } from '../../local/kept-work.ts';
import { writePinProgress } from '../../local/pins.ts';
import { runAlone } from '../../local/presence.ts';
import { makeRoom } from '../../local/recent-files.ts';
import { readTransferLimits } from '../../local/transfer-limits.ts';
import { hasWork } from '../../local/uploads.ts';
import { type ContentApi, contentApi } from '../../net/content-api.ts';
import { isMetered } from '../../net/metered.ts';
import { createSend } from '../../net/send.ts';
import { realClock } from '../real-ports.ts';
import { Keeper } from './keeper.ts';
import type { KeepPorts, KeepStore } from './ports.ts';

const LOCK = 'satchel-keeper';

const dexieStore: KeepStore = {
  ...contents,
  planKept,
  hasKept,
  hasKeepWork,
  writePinProgress,
  makeRoom,
  readTransferLimits,
  recordSessionEnded,
  isUploading: hasWork,
  async findSignedIn() {
    const { user, isSignedIn } = await readAccount();
    return isSignedIn ? (user?.id ?? null) : null;
  },
};

/** The keeper's ports in the app. */
export function keepPorts(contents: ContentApi, digest: Digest): KeepPorts {
  const [store, clock, estimate] = [dexieStore, realClock, readEstimate];
  return { store, contents, clock, digest, isMetered, estimate };
}

/** The keeper of this thread. Among all threads of this origin one keeps at a time. */
export function createKeeper(digest: Digest): Keeper {
  const owner = uuidv7();
  const ports = keepPorts(contentApi(createSend()), digest);
  return new Keeper(ports, (work) => runAlone(LOCK, owner, work));
}

// Only a secure origin is told, whatever the types say.
async function readEstimate(): Promise<Estimate | null> {
  if (globalThis.navigator?.storage === undefined) return null;
  const { usage = 0, quota = 0 } = await navigator.storage.estimate();
  return { usedBytes: usage, quotaBytes: quota };
}
