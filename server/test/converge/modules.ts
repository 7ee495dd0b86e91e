// The client's own code. Every device has its modules to itself: they hold one database and one state.

import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { vi } from 'vitest';

const load = async () => ({
  account: await import('../../../worker/src/local/account.ts'),
  addTree: await import('../../../worker/src/local/add-tree.ts'),
  connection: await import('../../../worker/src/local/connection.ts'),
  database: await import('../../../worker/src/local/database.ts'),
  feed: await import('../../../worker/src/local/feed.ts'),
  goOn: await import('../../../worker/src/local/go-on.ts'),
  names: await import('../../../worker/src/local/name-questions.ts'),
  nodes: await import('../../../worker/src/local/node-store.ts'),
  notQueued: await import('../../../worker/src/local/not-queued.ts'),
  outbox: await import('../../../worker/src/local/outbox.ts'),
  queue: await import('../../../worker/src/local/queue-mutations.ts'),
  refused: await import('../../../worker/src/local/refused.ts'),
  shadows: await import('../../../worker/src/local/shadows.ts'),
  takeBack: await import('../../../worker/src/local/take-back.ts'),
  uploadQueue: await import('../../../worker/src/local/upload-queue.ts'),
  uploads: await import('../../../worker/src/local/uploads.ts'),
  wipe: await import('../../../worker/src/local/wipe.ts'),
  work: await import('../../../worker/src/local/outbox-work.ts'),
  net: await import('../../../worker/src/net/api.ts'),
  ports: await import('../../../worker/src/runner/real-ports.ts'),
  sender: await import('../../../worker/src/runner/outbox-sender.ts'),
  uploader: await import('../../../worker/src/runner/uploader.ts'),
  stage: await import('../../../worker/src/staging/stage.ts'),
  storeParts: await import('../../../worker/src/staging/store-parts.ts'),
});

export type Modules = Awaited<ReturnType<typeof load>>;

/** Over a browser storage of its own. */
export async function loadModules(): Promise<Modules> {
  Dexie.dependencies = { indexedDB: new IDBFactory(), IDBKeyRange };
  vi.resetModules();
  return load();
}
