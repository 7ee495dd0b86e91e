import { ERRORS, type ErrorCode } from '@satchel/shared/errors';
import { describe, expect, it } from 'vitest';
import type { MutationKind } from './mutation.ts';
import { type Verdict, verdictOn, waysOn } from './refusals.ts';

const KINDS = ['create-folder', 'rename', 'move', 'trash', 'restore', 'purge'] as const;
const CODES = Object.keys(ERRORS) as ErrorCode[];
const verdicts = (code: ErrorCode) =>
  KINDS.map((kind) => verdictOn(kind, { code, reaction: ERRORS[code].reaction }));
const always = (verdict: Verdict) => KINDS.map(() => verdict);

describe('a refusal', () => {
  it.each(['network', 'unreadable-answer'])('%s holds up the whole queue', (code) => {
    for (const kind of KINDS) {
      expect(verdictOn(kind, { code, reaction: 'retry' })).toBe('try-all-later');
    }
  });

  it.each(['rate-limited', 'storage-unavailable', 'storage-full'] as const)(
    '%s holds up the whole queue',
    (code) => expect(verdicts(code)).toEqual(always('try-all-later')),
  );

  it.each(['internal', 'request-timeout'] as const)('%s is tried again alone', (code) =>
    expect(verdicts(code)).toEqual(always('try-later')),
  );

  it('unauthenticated waits for the sign-in', () => {
    expect(verdicts('unauthenticated')).toEqual(always('wait-for-sign-in'));
  });

  it('not-found means the node or the folder it was to go into, or that it left the trash', () => {
    expect(verdicts('not-found')).toEqual([
      'parent-gone',
      'node-gone',
      'find-missing',
      'node-gone',
      'node-gone',
      'find-missing',
    ]);
  });

  it('in-trash means the node or the folder it was to go into', () => {
    expect(verdicts('in-trash')).toEqual([
      'parent-trashed',
      'node-trashed',
      'find-missing',
      'done',
      'refuse',
      'refuse',
    ]);
  });

  it.each([
    'name-taken',
    'invalid-name',
    'cycle',
    'too-deep',
    'forbidden',
    'version-conflict',
  ] as const)('%s is for the person to settle', (code) =>
    expect(verdicts(code)).toEqual(always('refuse')),
  );

  it('of every code and every mutation means something', () => {
    for (const code of CODES) expect(verdicts(code).every(Boolean)).toBe(true);
  });

  it('of a newer server counts by its reaction', () => {
    expect(verdictOn('rename', { code: 'unheard-of', reaction: 'retry' })).toBe('try-later');
    expect(verdictOn('rename', { code: 'toString', reaction: 'stop' })).toBe('refuse');
  });
});

describe('the way on', () => {
  const first = (kind: MutationKind, code: string) => waysOn(kind, code)[0];
  it('from a taken name is a free one', () => {
    expect(KINDS.map((kind) => first(kind, 'name-taken'))).toEqual([
      'other-name',
      'other-name',
      'other-name',
      'try-again',
      'try-again',
      'try-again',
    ]);
  });

  it('from a folder that is away is to bring it back, or the top', () => {
    expect(waysOn('move', 'parent-trashed')).toEqual(['restore-parent', 'put-in-root']);
    expect(waysOn('create-folder', 'parent-gone')).toEqual(['put-in-root']);
  });

  it('from a node in the trash is to restore it; from one that is gone there is none', () => {
    expect(waysOn('rename', 'node-trashed')).toEqual(['restore-node']);
    expect(waysOn('rename', 'node-gone')).toEqual([]);
    expect(waysOn('move', 'cycle')).toEqual([]);
  });

  it('from anything else is to try again', () => {
    expect(waysOn('trash', 'forbidden')).toEqual(['try-again']);
  });
});
