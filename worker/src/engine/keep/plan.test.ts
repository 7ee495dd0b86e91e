import { describe, expect, it } from 'vitest';
import { type KeptContent, newPinned, type WantedFile } from './content.ts';
import { GRACE_MS, type KeepFacts, planKeeping } from './plan.ts';

const wanted = (fileId: string, contentHash: string, facts: Partial<WantedFile> = {}) => ({
  fileId,
  contentHash,
  sizeBytes: 10,
  version: 1,
  ...facts,
});

/** A content as a plan makes it for one file, and whatever a test is about. */
function content(contentHash: string, facts: Partial<KeptContent> = {}): KeptContent {
  const { fileId, version } = facts.source ?? { fileId: 'f', version: 1 };
  return { ...newPinned(wanted(fileId, contentHash, { version }), [fileId], 0), ...facts };
}

function plan(facts: Partial<KeepFacts>) {
  return planKeeping({
    wanted: [],
    contents: [],
    present: new Map(),
    isTreeKnown: true,
    recentLimitBytes: 100,
    now: 0,
    ...facts,
  });
}

const whole = { state: 'kept', bytesKept: 10 } as const;

describe('a plan for keeping', () => {
  it('fetches what is wanted and not there, in its order', () => {
    const { put, drop } = plan({ wanted: [wanted('b', 'B'), wanted('a', 'A')] });
    expect(put.map((c) => [c.contentHash, c.state])).toEqual([
      ['B', 'waiting'],
      ['A', 'waiting'],
    ]);
    expect(drop).toEqual([]);
  });

  it('fetches once what several files have, and a file under two pins once', () => {
    const file = wanted('a', 'A');
    const { put } = plan({ wanted: [file, wanted('b', 'A'), file] });
    expect(put).toHaveLength(1);
    expect(put[0]?.fileIds).toEqual(['a', 'b']);
  });

  it('changes nothing the second time', () => {
    const facts = { wanted: [wanted('a', 'A'), wanted('b', 'A'), wanted('c', 'C')] };
    const { put } = plan(facts);
    expect(plan({ ...facts, contents: put })).toEqual({ put: [], drop: [] });
  });

  it('drops what is not wanted any more, after a while in which that may be taken back', () => {
    const contents = [content('A', whole)];
    const first = plan({ contents, now: 5 });
    expect(first).toMatchObject({ drop: [], put: [{ contentHash: 'A', unwantedAt: 5 }] });
    const soon = 5 + GRACE_MS - 1;
    expect(plan({ contents: first.put, now: soon })).toEqual({ put: [], drop: [] });
    expect(plan({ contents: first.put, now: soon + 1 }).drop).toEqual(['A']);
    const again = plan({ contents: first.put, now: soon, wanted: [wanted('f', 'A')] });
    expect(again).toMatchObject({ drop: [], put: [{ unwantedAt: null, state: 'kept' }] });
  });

  it('drops at once what is not wanted any more and not here as a whole', () => {
    const contents = [content('A', { state: 'fetching', bytesKept: 5 })];
    expect(plan({ contents }).drop).toEqual(['A']);
  });

  it('drops nothing while the tree is not known', () => {
    const contents = [content('A', whole), content('R', { ...whole, keptFor: 'recent' })];
    expect(plan({ contents, isTreeKnown: false }).drop).toEqual([]);
  });

  it('leaves the earlier version until the new one is whole, then drops it', () => {
    const contents = [content('A1', whole)];
    const next = [wanted('f', 'A2', { version: 2 })];
    const first = plan({ contents, wanted: next });
    expect(first.drop).toEqual([]);
    expect(first.put.map((c) => c.contentHash)).toEqual(['A2']);
    const arrived = { ...(first.put[0] as KeptContent), ...whole };
    const both = plan({ contents: [...contents, arrived], wanted: next, now: 5 });
    expect(both.put).toMatchObject([{ contentHash: 'A1', unwantedAt: 5 }]);
    const later = { contents: [...both.put, arrived], wanted: next, now: 5 + GRACE_MS };
    expect(plan(later).drop).toEqual(['A1']);
  });

  it('drops an earlier version of which only a part is there', () => {
    const contents = [content('A1', { state: 'fetching', bytesKept: 5 })];
    expect(plan({ contents, wanted: [wanted('f', 'A2', { version: 2 })] }).drop).toEqual(['A1']);
  });

  it('asks another file for it when the first has gone on, and tries at once', () => {
    const failed = content('A', { state: 'failed', why: 'not-found', retryAt: 99 });
    const { put } = plan({ contents: [failed], wanted: [wanted('g', 'A', { version: 3 })] });
    expect(put).toMatchObject([
      { source: { fileId: 'g', version: 3 }, state: 'waiting', why: null, retryAt: 0 },
    ]);
  });

  it('tries again what found no room once something was dropped', () => {
    const contents = [content('A', { state: 'failed', why: 'no-room', retryAt: 99 })];
    const facts = { contents, wanted: [wanted('f', 'A')] };
    expect(plan(facts).put).toEqual([]);
    const gone = content('B', { ...whole, fileIds: ['g'], unwantedAt: -GRACE_MS });
    const { put, drop } = plan({ ...facts, contents: [...contents, gone] });
    expect(drop).toEqual(['B']);
    expect(put).toMatchObject([{ contentHash: 'A', state: 'waiting', retryAt: 0 }]);
  });
});

describe('what was opened lately', () => {
  const recent = (hash: string, usedAt: number) =>
    content(hash, { ...whole, keptFor: 'recent', fileIds: [hash], usedAt });
  const present = new Map([...'ABC'].map((hash) => [hash, hash]));

  it('stays as long as its file has it', () => {
    const contents = [recent('A', 1)];
    expect(plan({ contents, present })).toEqual({ put: [], drop: [] });
    expect(plan({ contents, present: new Map([['A', 'other']]) }).drop).toEqual(['A']);
  });

  it('makes room for what was opened since', () => {
    const contents = [recent('A', 3), recent('B', 1), recent('C', 2)];
    expect(plan({ contents, present, recentLimitBytes: 20 }).drop).toEqual(['B']);
  });

  it('is fetched no second time when it is pinned, and is no longer counted', () => {
    const contents = [recent('A', 1)];
    const facts = { contents, present, wanted: [wanted('A', 'A')], recentLimitBytes: 0 };
    const { put, drop } = plan(facts);
    expect(drop).toEqual([]);
    expect(put).toMatchObject([{ contentHash: 'A', keptFor: 'pin', state: 'kept' }]);
  });
});
