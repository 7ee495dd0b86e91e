import { once } from 'node:events';
import { get as httpGet, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGate } from '../../../test/gate.ts';
import { CHUNK, fileOf, upload } from '../../../test/uploads.ts';
import { type Person, startWorld, type World } from '../../../test/wire.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

describe('a download whose client is slow or leaves', () => {
  it('DL11 DL12 reads at the pace of the client, and stops when it hangs up', async () => {
    const file = fileOf(Buffer.alloc(24 * CHUNK, 7));
    let opened = 0;
    let open = 0;
    const closedAll = createGate();
    const blobs = Object.create(world.deps.blobs, {
      get: {
        value: async (...input: Parameters<typeof world.deps.blobs.get>) => {
          const bytes = await world.deps.blobs.get(...input);
          opened += 1;
          open += 1;
          return (async function* () {
            try {
              yield* bytes;
            } finally {
              open -= 1;
              if (open === 0) closedAll.open();
            }
          })();
        },
      },
    });
    const slow = await startWorld({ blobs });
    try {
      const ben = await slow.signUp('Ben');
      const { fileId } = await upload(ben, file, { filename: 'slow.bin' });
      const response = await openDownload(ben, fileId);
      await once(response, 'readable');
      await stillness(() => opened);
      expect(opened).toBeLessThan(12);
      response.destroy();
      await closedAll.opened;
      expect(open).toBe(0);
    } finally {
      await slow.stop();
    }
  }, 30_000);
});

function openDownload(person: Person, id: string): Promise<IncomingMessage> {
  const cookie = [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return new Promise((resolve, reject) => {
    const url = `${person.origin}/api/v1/files/${id}/download`;
    httpGet(url, { headers: { cookie } }, resolve).once('error', reject);
  });
}

/** Resolves when a figure has stopped rising: the buffers of both sides of the socket are full. */
async function stillness(figure: () => number): Promise<void> {
  for (let same = 0, last = -1; same < 20; same = figure() === last ? same + 1 : 0) {
    last = figure();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
