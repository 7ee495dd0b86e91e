import type { UploadRow } from '@satchel/worker/local/uploads';
import { expect, it } from 'vitest';
import { phaseOf, type Surroundings, type TransferPhase } from './transfer-phase.ts';

const upload = (change: Partial<UploadRow>) =>
  ({
    sizeBytes: 200,
    bytesAcked: 0,
    totalChunks: 2,
    stagedChunks: 2,
    retryAt: 0,
    waitsForRoom: false,
    state: 'uploading',
    ...change,
  }) as UploadRow;

const now: Surroundings = {
  nowMs: 1000,
  missing: null,
  isHeldBack: false,
  closedUntilMs: 0,
  heldUpFolders: new Map(),
};
const heldUpFolders = new Map([['held', 'Trip']]);

const CASES: readonly [TransferPhase, Partial<UploadRow>, Partial<Surroundings>][] = [
  ['no-room', { waitsForRoom: true }, { missing: 'network' }],
  ['no-folder', { folderId: 'held' }, { missing: 'network', heldUpFolders }],
  ['starting', { folderId: 'other' }, { heldUpFolders }],
  ['preparing', { stagedChunks: 1, bytesAcked: 100 }, { missing: 'network' }],
  ['no-network', { bytesAcked: 100 }, { missing: 'network' }],
  ['preparing', { stagedChunks: 1, bytesAcked: 100 }, { missing: 'server' }],
  ['server-closed', { bytesAcked: 100 }, { missing: 'server' }],
  ['held-back', { bytesAcked: 100 }, { isHeldBack: true, missing: 'server' }],
  ['held-back', { bytesAcked: 100 }, { isHeldBack: true }],
  ['preparing', { stagedChunks: 1 }, { isHeldBack: true }],
  ['server-closed', { bytesAcked: 100, retryAt: 2000 }, {}],
  ['server-closed', { bytesAcked: 100 }, { closedUntilMs: 2000 }],
  ['sending', { bytesAcked: 100, retryAt: 900 }, { closedUntilMs: 1000 }],
  ['finishing', { bytesAcked: 200, state: 'completing' }, {}],
  ['starting', {}, {}],
  ['queued', { state: 'queued' }, {}],
  ['preparing', { state: 'hashing' }, {}],
];

it.each(CASES)('is at %s with %o in %o', (phase, change, around) => {
  expect(phaseOf(upload(change), { ...now, ...around })).toBe(phase);
});
