import type { Change } from '@satchel/shared/wire/sync';
import { beforeEach, describe, expect, it } from 'vitest';
import { ManualClock, settled } from '../../../test/manual-clock.ts';
import { aNode } from '../../../test/nodes.ts';
import { FreshUsage } from './fresh-usage.ts';

const arrived: Change = { space: 'space', seq: 1, node: aNode({ id: 'talk', kind: 'file' }) };
const folder: Change = { space: 'space', seq: 2, node: aNode({ id: 'docs', kind: 'folder' }) };

let clock: ManualClock;
let usage: FreshUsage;
let asked: number;
let answer: () => Promise<void>;

beforeEach(() => {
  clock = new ManualClock();
  asked = 0;
  answer = async () => undefined;
  usage = new FreshUsage(() => {
    asked += 1;
    return answer();
  }, clock);
});

describe('the figures of the account', () => {
  it('are asked for at once when a file has arrived or something is gone', async () => {
    usage.note([folder, arrived]);
    expect(asked).toBe(1);
    await clock.advance(1000);
    usage.note([{ space: 'space', seq: 3, gone: 'talk' }]);
    expect(asked).toBe(2);
  });

  it('are left alone by a folder, which takes no room', () => {
    usage.note([folder]);
    expect(asked).toBe(0);
  });

  it('are asked for once more after many changes in a row, when it was too early for the last', async () => {
    for (let n = 0; n < 50; n++) usage.note([arrived]);
    expect(asked).toBe(1);
    await clock.advance(1000);
    expect(asked).toBe(2);
    await clock.advance(10_000);
    expect(asked).toBe(2);
  });

  it('are not asked for while an answer is on its way, but after it', async () => {
    let resolve = () => {};
    const answered = new Promise<void>((done) => {
      resolve = done;
    });
    answer = () => answered;
    usage.note([arrived]);
    await clock.advance(5000);
    usage.note([arrived]);
    await clock.advance(5000);
    expect(asked).toBe(1);
    resolve();
    await settled();
    await clock.advance(1000);
    expect(asked).toBe(2);
  });

  it('are asked for again after a question that came to nothing', async () => {
    answer = () => Promise.reject(new Error('no network'));
    usage.note([arrived]);
    await clock.advance(1000);
    usage.note([arrived]);
    expect(asked).toBe(2);
  });
});
