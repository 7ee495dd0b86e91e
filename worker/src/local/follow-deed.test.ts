import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { queueHere } from '../../test/deeds.ts';
import { answer, beginOutbox, TRASH } from '../../test/outbox-scene.ts';
import { db } from './database.ts';
import { type DeedEnd, followDeed } from './follow-deed.ts';

const LONG_MS = 20_000;

let told: number[];
let end: DeedEnd | null;

beforeEach(async () => {
  await beginOutbox();
  told = [];
  end = null;
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

async function followTrashing(ids: readonly string[]): Promise<void> {
  const deedId = await queueHere(ids, TRASH);
  void followDeed(deedId, { onLeft: (left) => told.push(left) }).then((ended) => {
    end = ended;
  });
  await vi.waitFor(() => expect(told).toEqual([ids.length]));
}

/** Takes the first of the queue away without any word of it, as what comes from elsewhere is heard late. */
function answerUnheard(): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = db.backendDB().transaction('outbox', 'readwrite');
    transaction.objectStore('outbox').openCursor().onsuccess = ({ target }) =>
      (target as IDBRequest<IDBCursor>).result.delete();
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });
}

it('a deed is followed until all of it is answered', async () => {
  await followTrashing(['a', 'b']);
  await answer('a', { is: 'done', node: null });
  await vi.waitFor(() => expect(told.at(-1)).toBe(1));
  await answer('b', { is: 'done', node: null });
  await vi.waitFor(() => expect(end).toEqual({ waiting: 0, refusedIds: [] }));
});

it('one that gets no answer at all is not waited for', async () => {
  await followTrashing(['a', 'b']);
  vi.advanceTimersByTime(LONG_MS);
  await vi.waitFor(() => expect(end).toEqual({ waiting: 2, refusedIds: [] }));
});

it('one whose answers are heard late is looked at before it is given up', async () => {
  await followTrashing(['a', 'b', 'f']);
  await answerUnheard();
  vi.advanceTimersByTime(LONG_MS);
  await vi.waitFor(() => expect(told).toContain(2));
  expect(end).toBeNull();
  vi.advanceTimersByTime(LONG_MS);
  expect(end).toBeNull();
});
