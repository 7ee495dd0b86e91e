import { beforeEach, expect, it, vi } from 'vitest';
import { db } from './database.ts';
import { enqueue } from './upload-queue.ts';
import { watchUploads } from './watch-uploads.ts';
import { wipe } from './wipe.ts';

beforeEach(wipe);

const add = (id: string, userId = 'anna') => {
  const file = { id, filename: id, sizeBytes: 1, mimeType: '', lastModified: null, folderId: 'f' };
  return enqueue({ userId, stager: null, files: [file] });
};

const watching = () => {
  const seen: string[][] = [];
  const stop = watchUploads('anna', (rows) => seen.push(rows.map((row) => row.id)), 20);
  return { seen, stop };
};

it('tells what is queued at once, and again after a change', async () => {
  await add('one');
  const { seen, stop } = watching();
  await vi.waitFor(() => expect(seen).toEqual([['one']]));
  await add('two');
  await vi.waitFor(() => expect(seen.at(-1)).toEqual(['one', 'two']));
  stop();
});

it('tells nothing of what belongs to somebody else', async () => {
  const { seen, stop } = watching();
  await add('other', 'ben');
  await add('mine');
  await vi.waitFor(() => expect(seen.at(-1)).toEqual(['mine']));
  stop();
});

it('reads once what changed many times while it rested', async () => {
  const { seen, stop } = watching();
  await vi.waitFor(() => expect(seen).toEqual([[]]));
  const ids = Array.from({ length: 100 }, (_, i) => `${i}`);
  await add('0');
  await db.transaction('rw', db.uploads, async () => {
    const row = await db.uploads.get('0');
    if (row) for (const id of ids) await db.uploads.put({ ...row, id });
  });
  await vi.waitFor(() => expect(seen.at(-1)).toHaveLength(100));
  expect(seen.length).toBeLessThan(10);
  stop();
});

it('reads nothing after it was stopped', async () => {
  const { seen, stop } = watching();
  await vi.waitFor(() => expect(seen).toHaveLength(1));
  stop();
  await add('late');
  const { seen: others, stop: stopOthers } = watching();
  await vi.waitFor(() => expect(others).toEqual([['late']]));
  expect(seen).toHaveLength(1);
  stopOthers();
});
