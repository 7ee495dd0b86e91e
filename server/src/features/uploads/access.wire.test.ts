import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  begin,
  CHUNK,
  randomFile,
  send,
  sha256,
  upload,
  uploadCalls,
} from '../../../test/uploads.ts';
import { type Person, startWorld, type World } from '../../../test/wire.ts';
import type { WireClient } from '../../../test/wire-client.ts';

let world: World;
let anna: Person;
let bert: Person;
beforeAll(async () => {
  world = await startWorld();
  anna = await world.signUp('Anna');
  bert = await world.signUp('Bert');
});
afterAll(() => world.stop());

const bytes = randomFile(100).bytes;

/** Every call on an upload, by somebody. */
const everyCall = async (client: WireClient, uploadId: string) => {
  const calls = uploadCalls(client);
  return [
    await calls.get(uploadId),
    await calls.check(uploadId, [sha256(bytes)]),
    await calls.put(uploadId, 0, bytes),
    await calls.complete(uploadId),
    await calls.cancel(uploadId),
  ];
};

describe('who may do what', () => {
  it("UP17 another's upload is not there, open, completed or cancelled", async () => {
    const open = await send(anna, randomFile(100));
    const { uploadId: completed } = await upload(anna, randomFile(100));
    const cancelled = await send(anna, randomFile(100));
    await uploadCalls(anna).cancel(cancelled);
    for (const id of [open, completed, cancelled, uuidv7()]) {
      for (const { body } of await everyCall(bert, id)) {
        expect(body).toMatchObject({ status: 404, code: 'not-found' });
      }
    }
    expect((await uploadCalls(anna).get(open)).body.status).toBe('open');
  });

  it('UP17 an id that is none is invalid', async () => {
    for (const { body } of await everyCall(anna, 'upload-1')) {
      expect(body).toMatchObject({ status: 400, code: 'invalid-request' });
    }
  });

  it('UP17 asks who calls before anything else', async () => {
    const { uploadId } = await begin(anna, randomFile(100));
    const nobody = world.visitor();
    const answers = [...(await everyCall(nobody, uploadId)), await uploadCalls(nobody).init({})];
    for (const { body } of answers) {
      expect(body).toMatchObject({ status: 401, code: 'unauthenticated' });
    }
  });

  it('UP17 refuses a chunk of nobody before it has come', async () => {
    const large = randomFile(CHUNK + 1).bytes;
    const answer = await uploadCalls(world.visitor()).put(uuidv7(), 0, large);
    expect(answer.status).toBe(401);
  });

  it('UP20 GET tells all that is needed to go on', async () => {
    const file = randomFile(2 * CHUNK + 5);
    const { uploadId, expiresAt } = await begin(anna, file, { filename: 'resume.bin' });
    const { put, get } = uploadCalls(anna);
    await put(uploadId, 1, file.chunks[1] as Buffer);
    expect((await get(uploadId)).body).toEqual({
      uploadId,
      filename: 'resume.bin',
      size: file.bytes.length,
      chunkSize: CHUNK,
      totalChunks: 3,
      needed: [0, 2],
      expiresAt,
      status: 'open',
    });
  });

  it('UP6 a viewer of a space uploads nothing to it, and one who was removed completes nothing', async () => {
    const { db } = world.deps;
    const share = (role: string) =>
      db.query('insert into members (space_id, user_id, role) values ($1, $2, $3)', [
        anna.user.personalSpaceId,
        bert.user.id,
        role,
      ]);
    const leave = () =>
      db.query('delete from members where space_id = $1 and user_id = $2', [
        anna.user.personalSpaceId,
        bert.user.id,
      ]);
    const place = { folderId: anna.user.rootFolderId, filename: 'guest.txt' };
    await share('viewer');
    const asViewer = await uploadCalls(bert).init({ ...place, size: 1 });
    expect(asViewer.body).toMatchObject({ status: 403, code: 'forbidden' });
    await leave();
    await share('editor');
    const uploadId = await send(bert, randomFile(10), place);
    await leave();
    const late = await uploadCalls(bert).complete(uploadId);
    expect(late.body).toMatchObject({ status: 404, code: 'not-found' });
    await share('editor');
    expect((await uploadCalls(bert).complete(uploadId)).status).toBe(200);
    await leave();
  });
});
