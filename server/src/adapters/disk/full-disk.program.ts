// Run as a process of its own by full-disk.test.ts: fills the store in the directory it is given,
// then prints what happened.
import { createHash, randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../lib/refuse.ts';
import { DiskBlobStore } from './disk-blob-store.ts';

const directory = process.argv[2] ?? '';
const store = await DiskBlobStore.open(directory);

async function put(): Promise<string> {
  const bytes = randomBytes(4 * 1024 * 1024);
  const hash = createHash('sha256').update(bytes).digest('hex');
  try {
    await store.put(hash, bytes);
    return hash;
  } catch (thrown) {
    return thrown instanceof Refusal ? thrown.code : String(thrown);
  }
}

const isHash = (outcome: string) => /^[0-9a-f]{64}$/.test(outcome);
const outcomes: string[] = [];
do outcomes.push(await put());
while (isHash(outcomes.at(-1) ?? ''));

const stored = outcomes.filter(isHash);
const entries = await readdir(join(directory, 'chunks'), { recursive: true, withFileTypes: true });
const left = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
if (stored[0] !== undefined) await store.delete(stored[0]);
const again = await put();

process.stdout.write(
  JSON.stringify({
    stored: stored.length,
    refused: outcomes.filter((outcome) => !isHash(outcome)),
    left,
    afterRoomWasMade: isHash(again) ? 'stored' : again,
  }),
);
