// Who is alive, and who works alone. Web Locks end with their owner; where there are none (they
// need a secure origin) a lease in the database does, and runs out by itself.

import { db } from './database.ts';

const LEASE_MS = 10_000;
const RENEW_MS = 3000;

interface Holder {
  readonly name: string;
  readonly owner: string;
}

// Their types claim that both are always there.
function locks(): LockManager | null {
  return globalThis.navigator?.locks ?? null;
}

/** Shows as alive from now until this thread ends. Resolves once others can see it. */
export async function holdWhileAlive(name: string): Promise<void> {
  const manager = locks();
  if (manager === null) return holdLeaseForever({ name, owner: name });
  await new Promise<void>((seen, failed) => {
    const forever = new Promise<never>(() => {});
    manager
      .request(name, () => {
        seen();
        return forever;
      })
      .catch(failed);
  });
}

/** The names, of those given, that nobody alive holds. */
export async function findUnheld(names: readonly string[], now = Date.now()): Promise<string[]> {
  const manager = locks();
  if (manager !== null) {
    const { held = [] } = await manager.query();
    const alive = new Set(held.map((lock) => lock.name));
    return names.filter((name) => !alive.has(name));
  }
  const leases = await db.leases.bulkGet([...names]);
  return names.filter((_name, i) => (leases[i]?.until ?? 0) <= now);
}

/** Resolves when nobody alive holds the name any more. */
export async function untilUnheld(name: string): Promise<void> {
  const manager = locks();
  if (manager !== null) return manager.request(name, async () => {});
  while ((await findUnheld([name])).length === 0) {
    await new Promise((resolve) => setTimeout(resolve, RENEW_MS));
  }
}

/** Runs `work` while nobody else on this origin runs work of the same name. False, at once, when
 *  somebody does. */
export async function runAlone(
  name: string,
  owner: string,
  work: () => Promise<void>,
): Promise<boolean> {
  const manager = locks();
  if (manager === null) return runUnderLease({ name, owner }, work);
  return manager.request(name, { ifAvailable: true }, async (lock) => {
    if (lock === null) return false;
    await work();
    return true;
  });
}

export interface Leadership {
  /** Resolves when somebody else has it. */
  readonly lost: Promise<void>;
  release(): void;
}

interface Candidacy {
  readonly signal: AbortSignal;
  /** Takes it from whoever holds it: a page that sleeps does not let go by itself. */
  readonly steals: boolean;
}

/** Resolves once this thread alone on the origin leads under that name, however long it takes;
 *  rejects when the signal aborts before. */
export async function lead(
  name: string,
  owner: string,
  { signal, steals }: Candidacy,
): Promise<Leadership> {
  const manager = locks();
  if (manager === null) return leadByLease({ name, owner }, signal);
  // The two cannot be asked for together.
  const options: LockOptions = steals ? { steal: true } : { signal };
  return new Promise((resolve, reject) => {
    const hold = () =>
      new Promise<void>((release) => resolve({ lost: held.then(ignore, ignore), release }));
    const held = manager.request(name, options, hold);
    held.catch(reject);
  });
}

async function leadByLease(holder: Holder, signal: AbortSignal): Promise<Leadership> {
  while (!(await takeLease(holder))) {
    await new Promise((resolve) => setTimeout(resolve, RENEW_MS));
    signal.throwIfAborted();
  }
  const over = new AbortController();
  const renew = async () => {
    if (!(await takeLease(holder))) over.abort();
  };
  const renewal = setInterval(() => renew().catch(console.error), RENEW_MS);
  const lost = new Promise<void>((resolve) => {
    over.signal.addEventListener('abort', () => {
      clearInterval(renewal);
      resolve();
    });
  });
  const release = () => {
    over.abort();
    giveLeaseBack(holder).catch(console.error);
  };
  return { lost, release };
}

function ignore(): void {}

async function runUnderLease(holder: Holder, work: () => Promise<void>): Promise<boolean> {
  if (!(await takeLease(holder))) return false;
  const renewal = setInterval(() => takeLease(holder).catch(console.error), RENEW_MS);
  try {
    await work();
  } finally {
    clearInterval(renewal);
    await giveLeaseBack(holder);
  }
  return true;
}

async function holdLeaseForever(holder: Holder): Promise<void> {
  await takeLease(holder);
  setInterval(() => takeLease(holder).catch(console.error), RENEW_MS);
}

async function giveLeaseBack({ name, owner }: Holder): Promise<void> {
  await db.transaction('rw', db.leases, async () => {
    if ((await db.leases.get(name))?.owner === owner) await db.leases.delete(name);
  });
}

async function takeLease({ name, owner }: Holder, now = Date.now()): Promise<boolean> {
  return db.transaction('rw', db.leases, async () => {
    const lease = await db.leases.get(name);
    if (lease !== undefined && lease.owner !== owner && lease.until > now) return false;
    await db.leases.put({ name, owner, until: now + LEASE_MS });
    return true;
  });
}
