import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEBIBYTE = 1024 * 1024;

/** A directory of its own for the files that a journey uploads, removed by `remove`. */
export async function sampleDirectory(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'satchel-samples-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Writes a file of `mebibytes` MiB whose bytes follow from `seed`; no two chunks are alike. */
export async function writeSample(path: string, mebibytes: number, seed: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    for (let block = 0; block < mebibytes; block++)
      await file.write(pseudoRandomBlock(seed, block));
  } finally {
    await file.close();
  }
}

function pseudoRandomBlock(seed: string, block: number): Buffer {
  const digest = createHash('shake256', { outputLength: 4096 }).update(`${seed}/${block}`).digest();
  const bytes = Buffer.alloc(MEBIBYTE);
  for (let offset = 0; offset < MEBIBYTE; offset += digest.length) digest.copy(bytes, offset);
  bytes.writeUInt32BE(block, 0);
  return bytes;
}

/** Writes `count` small files into `directory`, every tenth one folder deeper unless `isFlat`. */
export async function writeSmallFiles(
  directory: string,
  count: number,
  { isFlat = false } = {},
): Promise<void> {
  const deeper = isFlat ? directory : join(directory, 'deeper');
  await mkdir(deeper, { recursive: true });
  for (let n = 1; n <= count; n++) {
    const folder = n % 10 === 0 ? deeper : directory;
    await writeFile(join(folder, `note ${n}.txt`), `This is note ${n}.\n`.repeat(n));
  }
}

export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(path)) hash.update(bytes as Buffer);
  return hash.digest('hex');
}
