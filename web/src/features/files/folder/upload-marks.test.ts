import type { Node } from '@satchel/shared/wire/nodes';
import type { UploadRow } from '@satchel/worker/local/uploads';
import { describe, expect, it } from 'vitest';
import type { Surroundings } from '../../../lib/transfer-phase.ts';
import { tracesOf } from './upload-marks.ts';

const upload = (change: Partial<UploadRow>) =>
  ({
    id: 'u1',
    filename: 'talk.mp4',
    folderId: 'here',
    sizeBytes: 200,
    bytesAcked: 0,
    addedAt: 0,
    lastModified: null,
    finishedAt: null,
    mimeType: 'video/mp4',
    state: 'uploading',
    result: null,
    totalChunks: 1,
    stagedChunks: 1,
    retryAt: 0,
    ...change,
  }) as UploadRow;

const node = (change: Partial<Node>) =>
  ({ id: 'n1', name: 'talk.mp4', version: 1, ...change }) as Node;
const around: Surroundings = {
  nowMs: 5000,
  missing: null,
  isHeldBack: false,
  closedUntilMs: 0,
  heldUpFolders: new Map(),
};
const traces = (
  uploads: UploadRow[],
  nodes: Node[] = [],
  askedAtMs = 1000,
  seen = new Set<string>(),
) => tracesOf(uploads, 'here', nodes, askedAtMs, around, seen);

describe('what uploads add to a list', () => {
  it('a file on its way has a row, with how far it is', () => {
    const [row] = traces([upload({ bytesAcked: 99 })]).arriving;
    expect(row).toMatchObject({
      id: 'u1',
      name: 'talk.mp4',
      node: null,
      mark: { is: 'uploading', percent: 49 },
    });
  });

  it('one for another folder has none', () => {
    expect(traces([upload({ folderId: 'elsewhere' })]).arriving).toEqual([]);
  });

  it('a new version of a file is a mark on its row', () => {
    const { arriving, marks } = traces([upload({ state: 'paused' })], [node({})]);
    expect(arriving).toEqual([]);
    expect(marks.get('n1')).toEqual({ is: 'waiting', text: 'Upload paused' });
  });

  it('what cannot be sent now waits, as its line among the transfers says', () => {
    const sent = [upload({ bytesAcked: 99 })];
    const markIn = (change: Partial<Surroundings>) =>
      tracesOf(sent, 'here', [], 1000, { ...around, ...change }, new Set()).arriving[0]?.mark;
    expect(markIn({ missing: 'network' })).toEqual({
      is: 'waiting',
      text: 'Waiting for the network',
    });
    expect(markIn({ heldUpFolders: new Map([['here', 'Trip']]) })).toEqual({
      is: 'waiting',
      text: 'Waiting: its folder could not be made',
    });
    expect(markIn({ closedUntilMs: 6000 })).toEqual({
      is: 'waiting',
      text: 'Waiting for the server',
    });
  });

  it('a failure says so', () => {
    expect(traces([upload({ state: 'failed' })]).arriving[0]?.mark?.is).toBe('failed');
  });

  it('a file that has just arrived stays until the folder was listed again', () => {
    const done = upload({ state: 'done', finishedAt: 1500 });
    expect(traces([done]).arriving).toMatchObject([{ id: 'u1', mark: null }]);
    expect(traces([done], [], 2000).arriving).toEqual([]);
  });

  it('a file that arrived is not listed twice', () => {
    const result = { fileId: 'n7', version: 1, isConflictedCopy: false };
    const done = upload({ state: 'done', finishedAt: 1500, result });
    const { arriving, marks } = traces([done], [node({ id: 'n7', name: 'renamed.mp4' })]);
    expect(arriving).toEqual([]);
    expect(marks.size).toBe(0);
  });

  it('nothing for a file that has arrived, was listed, and was taken away again', () => {
    const seen = new Set<string>();
    const result = { fileId: 'n1', version: 1, isConflictedCopy: false };
    const done = upload({ state: 'done', finishedAt: 1500, result });
    expect(traces([done], [], 1000, seen).arriving).toHaveLength(1);
    expect(traces([done], [node({})], 1000, seen).arriving).toEqual([]);
    expect(traces([done], [], 1000, seen).arriving).toEqual([]);
  });
});
