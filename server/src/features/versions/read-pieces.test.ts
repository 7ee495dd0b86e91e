import { describe, expect, it } from 'vitest';
import { createGate } from '../../../test/gate.ts';
import type { BlobStore, ByteRange } from '../../ports/blob-store.ts';
import { type Piece, readPieces } from './read-pieces.ts';

const PART = 4;

/** A store of named texts, given out in parts of four bytes; it tells what happens to it. */
function storeOf(texts: Readonly<Record<string, string>>) {
  const events: string[] = [];
  const open = new Set<string>();
  let mostOpen = 0;
  async function* read(hash: string, bytes: Buffer) {
    try {
      for (let at = 0; at < bytes.length; at += PART) {
        events.push(`read ${hash}`);
        yield bytes.subarray(at, at + PART);
      }
    } finally {
      events.push(`close ${hash}`);
      open.delete(hash);
    }
  }
  async function get(hash: string, range?: ByteRange) {
    const text = texts[hash];
    if (text === undefined) throw new Error(`no ${hash}`);
    events.push(`open ${hash}`);
    open.add(hash);
    mostOpen = Math.max(mostOpen, open.size);
    return read(hash, Buffer.from(text).subarray(range?.start ?? 0, (range?.end ?? 1e9) + 1));
  }
  const store = { get } as unknown as BlobStore;
  return { store, events, open, mostOpen: () => mostOpen };
}

function pieces(...hashes: string[]): Piece[] {
  return hashes.map((hash) => ({ hash, size: 8 }));
}

async function collect(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts).toString();
}

const TEXTS = { a: 'aaaaAAAA', b: 'bbbbBBBB', c: 'ccccCCCC' };

describe('readPieces', () => {
  it('DL1 gives the pieces one after the other', async () => {
    const { store, open } = storeOf(TEXTS);
    const all = readPieces(store, pieces('a', 'b', 'c').values());
    expect(await collect(all)).toBe('aaaaAAAAbbbbBBBBccccCCCC');
    expect(open.size).toBe(0);
  });

  it('DL4 gives the part of a piece that is asked for', async () => {
    const { store } = storeOf(TEXTS);
    const part = { hash: 'a', size: 3, range: { start: 3, end: 5 } };
    expect(await collect(readPieces(store, [part].values()))).toBe('aAA');
  });

  it('gives nothing for no pieces', async () => {
    expect(await collect(readPieces(storeOf({}).store, [].values()))).toBe('');
  });

  it('opens the next piece while one is read, and never a third', async () => {
    const { store, events, mostOpen } = storeOf(TEXTS);
    const reading = readPieces(store, pieces('a', 'b', 'c').values());
    await reading.next();
    await new Promise(setImmediate);
    expect(events).toEqual(['open a', 'read a', 'open b']);
    await collect(reading);
    expect(mostOpen()).toBe(2);
  });

  it('DL11 reads no further than it is asked', async () => {
    const { store, events } = storeOf(TEXTS);
    const reading = readPieces(store, pieces('a', 'b').values());
    await reading.next();
    await new Promise(setImmediate);
    const before = events.length;
    await new Promise(setImmediate);
    expect(events).toHaveLength(before);
    await reading.return();
  });

  it('DL12 closes both pieces when nobody wants more', async () => {
    const { store, events, open } = storeOf(TEXTS);
    const reading = readPieces(store, pieces('a', 'b', 'c').values());
    await reading.next();
    await reading.return();
    expect(open.size).toBe(0);
    expect(events).toEqual(['open a', 'read a', 'open b', 'close a', 'read b', 'close b']);
  });

  it('DL12 closes a piece that opens only after nobody wanted more', async () => {
    const { store, open } = storeOf(TEXTS);
    const gate = createGate();
    const late = {
      ...store,
      get: async (hash: string) => {
        if (hash === 'b') await gate.opened;
        return store.get(hash);
      },
    };
    const reading = readPieces(late, pieces('a', 'b').values());
    await reading.next();
    const ended = reading.return();
    gate.open();
    await ended;
    expect(open.size).toBe(0);
  });

  it('fails before the first byte where the first piece is missing', async () => {
    const reading = readPieces(storeOf({}).store, pieces('a').values());
    await expect(reading.next()).rejects.toThrow('no a');
  });

  it('gives what comes before a piece that is missing, then fails', async () => {
    const { store, open } = storeOf({ a: TEXTS.a });
    const reading = readPieces(store, pieces('a', 'b').values());
    const parts = [await reading.next(), await reading.next()];
    expect(parts.every(({ done }) => done === false)).toBe(true);
    await expect(reading.next()).rejects.toThrow('no b');
    expect(open.size).toBe(0);
  });

  it.each([
    ['shorter', 'aaaa'],
    ['longer', 'aaaaAAAAaaaa'],
  ])('DL13 fails where a piece is %s than was recorded', async (_what, text) => {
    const { store, open } = storeOf({ a: text, b: TEXTS.b });
    await expect(collect(readPieces(store, pieces('a', 'b').values()))).rejects.toThrow('length');
    expect(open.size).toBe(0);
  });
});
