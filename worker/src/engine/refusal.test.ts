import { ERRORS, type ErrorCode, reactionTo } from '@satchel/shared/errors';
import { describe, expect, it } from 'vitest';
import { anUpload, STAGED } from '../../test/uploads.ts';
import { step } from './step.ts';
import type { Deed, Step, Upload } from './upload.ts';
import { verdictOn } from './verdict.ts';

const uploading = (facts: Partial<Upload> = {}) =>
  anUpload({ ...STAGED, state: 'uploading', session: 's', ...facts });

const refuse = (
  upload: Upload,
  code: string,
  during: Deed = 'send',
  retryAfterMs: number | null = null,
): Step =>
  step(upload, {
    type: 'refused',
    refusal: { during, code, detail: 'because', reaction: reactionTo(500, code), retryAfterMs },
    at: 1000,
    random: 0.5,
  });

describe('a refusal', () => {
  it.each(Object.keys(ERRORS) as ErrorCode[])('of any code has a verdict: %s', (code) => {
    for (const during of ['open', 'resync', 'check', 'send', 'complete'] as const) {
      const { upload } = refuse(uploading(), code, during);
      expect(['uploading', 'blocked', 'failed', 'queued']).toContain(upload.state);
    }
  });

  it('to be retried waits longer each time and burns a try', () => {
    const first = refuse(uploading(), 'internal').upload;
    const second = refuse(first, 'internal').upload;
    expect(first).toMatchObject({ state: 'uploading', attempts: 1, retryAt: 1375 });
    expect(second).toMatchObject({ attempts: 2, retryAt: 1750 });
  });

  it('with Retry-After waits at least that long', () => {
    expect(refuse(uploading(), 'rate-limited', 'send', 20_000).upload.retryAt).toBe(21_500);
  });

  it('forgets its tries when something arrives', () => {
    const failing = refuse(uploading(), 'internal').upload;
    const acked = { type: 'acked', chunks: 1, bytes: 4, isExisting: false, at: 2000 } as const;
    expect(step(failing, acked).upload).toMatchObject({ attempts: 0, retryAt: 0 });
  });

  it('for want of a sign-in blocks, and burns no try', () => {
    const { upload, commands } = refuse(uploading(), 'unauthenticated');
    expect(upload).toMatchObject({ state: 'blocked', blockedBy: 'sign-in', attempts: 0 });
    expect(commands).toEqual(['rest']);
  });

  it('for want of room blocks', () => {
    expect(refuse(uploading({ session: null }), 'quota-exceeded', 'open').upload).toMatchObject({
      state: 'blocked',
      blockedBy: 'quota',
    });
  });

  it.each([
    ['in-trash', 'open'],
    ['not-found', 'open'],
    ['not-found', 'complete'],
    ['name-taken', 'open'],
    ['name-taken', 'complete'],
    ['id-taken', 'complete'],
    ['invalid-name', 'open'],
    ['forbidden', 'send'],
    ['a-code-from-the-future', 'open'],
  ] as const)('%s during %s ends it, and says why', (code, during) => {
    const refusal = { during, code, detail: 'why', reaction: 'stop', retryAfterMs: null } as const;
    const event = { type: 'refused', refusal, at: 0, random: 0 } as const;
    const { upload } = step(uploading(), event);
    expect(upload).toMatchObject({ state: 'failed', failure: { code, detail: 'why' } });
  });

  it.each([
    ['gone', 'send'],
    ['gone', 'resync'],
    ['gone', 'complete'],
    ['not-found', 'send'],
    ['not-found', 'check'],
    ['not-found', 'resync'],
  ] as const)('%s during %s means that the session is lost', (code, during) => {
    expect(refuse(uploading(), code, during).upload).toMatchObject({
      session: null,
      generation: 1,
    });
  });

  it('chunks-missing asks the server once at once, then waits', () => {
    const first = refuse(uploading(), 'chunks-missing', 'complete');
    expect(first.commands).toEqual(['resync']);
    const second = refuse(first.upload, 'chunks-missing', 'complete');
    expect(second.commands).toEqual(['rest']);
    expect(second.upload.retryAt).toBeGreaterThan(1000);
  });

  it('upload-completed asks what became of it', () => {
    expect(refuse(uploading(), 'upload-completed').commands).toEqual(['resync']);
  });

  it('of its own id opens again without one', () => {
    const { upload, commands } = refuse(uploading({ session: null }), 'id-taken', 'open');
    expect(upload).toMatchObject({ hasOwnId: false, generation: 1 });
    expect(commands).toEqual(['open']);
    expect(refuse(upload, 'id-taken', 'open').upload.state).toBe('failed');
  });

  it('of bytes that differ is retried, until the copy here must be the wrong one', () => {
    let { upload } = refuse(uploading(), 'hash-mismatch');
    for (let i = 0; i < 4; i++) upload = refuse(upload, 'hash-mismatch').upload;
    expect(upload).toMatchObject({ state: 'uploading', mismatches: 5 });
    upload = refuse(upload, 'hash-mismatch').upload;
    expect(upload).toMatchObject({
      state: 'needs-source',
      failure: { code: 'bytes-differ' },
      session: null,
      stagedChunks: 0,
    });
  });

  it('during a resync never asks for another resync', () => {
    for (const code of ['chunks-missing', 'upload-completed']) {
      const refusal = { during: 'resync', code, detail: null, reaction: 'stop' } as const;
      expect(verdictOn(uploading(), { ...refusal, retryAfterMs: null })).toBe('try-again');
    }
  });
});
