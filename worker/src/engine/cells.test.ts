import { describe, expect, it } from 'vitest';
import { anUpload, STAGED } from '../../test/uploads.ts';
import { CELLS } from './cells.ts';
import { activeState, isActive } from './facts.ts';
import { step } from './step.ts';
import { ACTIVE_STATES, STATE_NAMES, type Upload, type UploadEvent } from './upload.ts';

const REFUSAL = {
  during: 'send',
  code: 'forbidden',
  detail: null,
  reaction: 'stop',
  retryAfterMs: null,
} as const;

const EVENTS: { [Name in UploadEvent['type']]: Extract<UploadEvent, { type: Name }> } = {
  wake: { type: 'wake' },
  staged: { type: 'staged', chunks: 2 },
  hashed: { type: 'hashed', chunks: 2, bytes: 8 },
  'source-lost': { type: 'source-lost', reason: 'tab-closed' },
  'source-given': { type: 'source-given' },
  opened: { type: 'opened', session: 's2' },
  acked: { type: 'acked', chunks: 1, bytes: 4, isExisting: false, at: 10 },
  'session-lost': { type: 'session-lost' },
  refused: { type: 'refused', refusal: REFUSAL, at: 10, random: 0 },
  completed: { type: 'completed', result: { fileId: 'f', version: 1, isConflictedCopy: false } },
  pause: { type: 'pause' },
  resume: { type: 'resume' },
  retry: { type: 'retry' },
  'signed-in': { type: 'signed-in' },
  'room-made': { type: 'room-made' },
};
const NAMES = Object.keys(EVENTS) as UploadEvent['type'][];

const inState = (state: Upload['state'], facts: Partial<Upload> = {}): Upload =>
  anUpload({ ...STAGED, session: 's1', ackedChunks: 1, state, ...facts });

const after = (upload: Upload, event: UploadEvent): Upload => step(upload, event).upload;

describe('the table state × event', () => {
  it('answers every event in every state', () => {
    for (const state of STATE_NAMES) {
      expect(Object.keys(CELLS[state]).sort()).toEqual([...NAMES].sort());
    }
  });

  it.each(STATE_NAMES.flatMap((state) => NAMES.map((name) => [state, name] as const)))(
    '%s × %s gives a state that agrees with the counts',
    (state, name) => {
      const { upload } = step(inState(state), EVENTS[name]);
      expect(STATE_NAMES).toContain(upload.state);
      expect(upload.ackedChunks).toBeLessThanOrEqual(upload.hashedChunks);
      expect(upload.hashedChunks).toBeLessThanOrEqual(upload.stagedChunks);
      if (isActive(upload) && name !== 'wake') {
        const isUntouched = upload.state === state;
        expect(isUntouched || upload.state === activeState(upload)).toBe(true);
      }
      expect(upload.blockedBy !== null && upload.state !== 'blocked').toBe(false);
    },
  );

  it.each(STATE_NAMES)('%s never changes what it is given', (state) => {
    for (const name of NAMES) {
      const upload = Object.freeze(inState(state));
      expect(() => step(upload, EVENTS[name])).not.toThrow();
    }
  });

  it('keeps what else a row carries', () => {
    expect(step({ ...inState('uploading'), filename: 'a' }, EVENTS.pause).upload.filename).toBe(
      'a',
    );
  });
});

describe('done', () => {
  it.each(NAMES)('nothing comes after it: %s', (name) => {
    const done = inState('done');
    expect(after(done, EVENTS[name])).toEqual(done);
  });

  it.each(STATE_NAMES.filter((state) => state !== 'done'))(
    'is reached from %s when the server made the file, and the bytes go',
    (state) => {
      const { upload, commands } = step(inState(state), EVENTS.completed);
      expect(upload).toMatchObject({ state: 'done', blockedBy: null, failure: null });
      expect(commands).toContain('discard');
    },
  );
});

describe('waking', () => {
  it('asks what the server has wherever a session is known', () => {
    for (const state of ACTIVE_STATES) {
      expect(step(inState(state), EVENTS.wake).commands).toEqual(['resync']);
    }
  });

  it('opens a session when one chunk can be sent', () => {
    const staging = anUpload({ stagedChunks: 1, hashedChunks: 1 });
    expect(step(staging, EVENTS.wake).commands).toEqual(['open']);
  });

  it('opens a session for an empty file', () => {
    const empty = anUpload({ totalChunks: 0, state: 'queued' });
    expect(step(empty, EVENTS.wake).commands).toEqual(['open']);
  });

  it('hashes what was staged without a hash', () => {
    expect(step(anUpload({ stagedChunks: 3 }), EVENTS.wake).commands).toEqual(['hash']);
  });

  it('leaves alone what nothing is staged of', () => {
    expect(step(anUpload(), EVENTS.wake).commands).toEqual(['rest']);
  });

  it.each(['paused', 'blocked', 'failed', 'needs-source', 'done'] as const)(
    'leaves what is %s alone',
    (state) => {
      expect(step(inState(state), EVENTS.wake)).toEqual({
        upload: inState(state),
        commands: ['rest'],
      });
    },
  );
});

describe('the way of a file', () => {
  it('is staging → uploading → completing → done, sending while staging goes on', () => {
    let now = step(anUpload(), { type: 'staged', chunks: 1 });
    now = step(now.upload, { type: 'hashed', chunks: 1, bytes: 4 });
    expect(now).toMatchObject({ upload: { state: 'staging' }, commands: ['open'] });
    now = step(now.upload, { type: 'opened', session: 's' });
    expect(now).toMatchObject({ upload: { state: 'staging' }, commands: ['send'] });
    now = step(now.upload, EVENTS.acked);
    expect(now).toMatchObject({ upload: { state: 'staging' }, commands: ['rest'] });
    now = step(now.upload, { type: 'staged', chunks: 3 });
    expect(now).toMatchObject({ upload: { state: 'hashing' }, commands: ['hash'] });
    now = step(now.upload, { type: 'hashed', chunks: 3, bytes: 12 });
    expect(now).toMatchObject({ upload: { state: 'uploading' }, commands: ['send'] });
    now = step(now.upload, { ...EVENTS.acked, chunks: 2 });
    expect(now).toMatchObject({ upload: { state: 'completing' }, commands: ['complete'] });
  });

  it('counts what was found on the server apart from what was sent', () => {
    const acked = { ...EVENTS.acked, isExisting: true };
    const { upload } = step(inState('uploading', { bytesAcked: 4 }), acked);
    expect(upload).toMatchObject({ bytesAcked: 8, bytesExisting: 4, bytesPerSecond: null });
  });

  it('knows that what was sent had its hash', () => {
    const upload = after(anUpload({ stagedChunks: 3, hashedChunks: 1, session: 's' }), {
      ...EVENTS.acked,
      chunks: 3,
      bytes: 12,
    });
    expect(upload).toMatchObject({ state: 'completing', hashedChunks: 3, bytesHashed: 12 });
  });

  it('does not take staging back when reports come out of order', () => {
    const upload = after(anUpload({ stagedChunks: 2 }), { type: 'staged', chunks: 1 });
    expect(upload.stagedChunks).toBe(2);
  });
});

describe('held uploads', () => {
  it.each(['paused', 'blocked', 'failed', 'needs-source'] as const)(
    'what is %s still counts what was under way',
    (state) => {
      const upload = after(inState(state), EVENTS.acked);
      expect(upload).toMatchObject({ state, ackedChunks: 2 });
      expect(after(upload, { type: 'opened', session: 's9' })).toMatchObject({
        state,
        session: 's9',
      });
    },
  );

  it.each(['paused', 'blocked', 'failed'] as const)('what is %s goes on staging', (state) => {
    const held = anUpload({ state, stagedChunks: 1, hashedChunks: 1 });
    expect(after(held, EVENTS.staged)).toMatchObject({ state, stagedChunks: 2 });
    expect(after(held, EVENTS.hashed)).toMatchObject({ state, hashedChunks: 2 });
  });

  it('what is paused goes on where it was when resumed', () => {
    const upload = after(inState('paused', { attempts: 4, retryAt: 99 }), EVENTS.resume);
    expect(upload).toMatchObject({ state: 'uploading', attempts: 0, retryAt: 0, ackedChunks: 1 });
  });

  it('what waits for a sign-in goes on after it, and after nothing else', () => {
    const blocked = inState('blocked', { blockedBy: 'sign-in' });
    expect(after(blocked, EVENTS['signed-in'])).toMatchObject({
      state: 'uploading',
      blockedBy: null,
    });
    for (const name of ['retry', 'resume', 'room-made'] as const) {
      expect(after(blocked, EVENTS[name])).toEqual(blocked);
    }
  });

  it('what waits for room goes on when there is room, or when told to', () => {
    const blocked = inState('blocked', { blockedBy: 'quota' });
    expect(after(blocked, EVENTS['signed-in'])).toEqual(blocked);
    for (const name of ['retry', 'resume', 'room-made'] as const) {
      expect(after(blocked, EVENTS[name])).toMatchObject({ state: 'uploading', blockedBy: null });
    }
  });

  it('what is blocked can be paused, and is then not blocked', () => {
    const blocked = inState('blocked', { blockedBy: 'quota' });
    expect(after(blocked, EVENTS.pause)).toMatchObject({ state: 'paused', blockedBy: null });
  });

  it('what failed is tried again when told to, and forgets why it failed', () => {
    const failed = inState('failed', { failure: { code: 'forbidden', detail: null }, attempts: 3 });
    expect(after(failed, EVENTS.retry)).toMatchObject({
      state: 'uploading',
      failure: null,
      attempts: 0,
    });
  });
});

describe('a source that can no longer be read', () => {
  it('stops what was not staged whole', () => {
    const lost = after(anUpload({ stagedChunks: 2, hashedChunks: 2 }), EVENTS['source-lost']);
    expect(lost).toMatchObject({ state: 'needs-source', failure: { code: 'tab-closed' } });
    expect(after(lost, EVENTS['source-given'])).toMatchObject({
      state: 'staging',
      failure: null,
      stagedChunks: 2,
    });
  });

  it('does not matter to what was staged whole', () => {
    for (const state of ['uploading', 'paused', 'blocked', 'failed'] as const) {
      expect(after(inState(state), EVENTS['source-lost']).state).toBe(state);
    }
  });
});

describe('a session that is lost', () => {
  it('is opened anew while nothing was acknowledged', () => {
    const { upload, commands } = step(inState('uploading', { ackedChunks: 0 }), {
      type: 'session-lost',
    });
    expect(upload).toMatchObject({ state: 'queued', session: null, generation: 1 });
    expect(commands).toEqual(['open']);
  });

  it('needs the source once chunks were acknowledged: they are no longer here', () => {
    for (const state of [...ACTIVE_STATES, 'paused', 'blocked', 'failed'] as const) {
      const { upload, commands } = step(inState(state), { type: 'session-lost' });
      expect(upload).toMatchObject({
        state: 'needs-source',
        session: null,
        generation: 1,
        stagedChunks: 0,
        hashedChunks: 0,
        ackedChunks: 0,
        bytesAcked: 0,
      });
      expect(commands).toContain('discard');
    }
  });

  it('leaves a held upload held', () => {
    const paused = inState('paused', { ackedChunks: 0 });
    expect(after(paused, EVENTS['session-lost'])).toMatchObject({ state: 'paused', session: null });
  });
});
