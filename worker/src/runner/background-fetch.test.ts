import { beforeEach, describe, expect, it } from 'vitest';
import { handOver, readBackgroundFetch } from '../local/background-fetch.ts';
import { putStagedParts } from '../local/staged-chunks.ts';
import { enqueue } from '../local/upload-queue.ts';
import { findUpload } from '../local/uploads.ts';
import { wipe } from '../local/wipe.ts';
import { recordNotes } from '../local/work.ts';
import { endBackgroundFetch, lookAfterBackgroundFetch } from './background-fetch.ts';

/** The browser's side: one that sends, whose figures the test sets. */
let browser: { uploaded: number; result: string; aborts: number } | null;

const registration = {
  backgroundFetch: {
    get: async () =>
      browser === null
        ? undefined
        : {
            ...browser,
            abort: async () => {
              if (browser) browser.aborts++;
            },
          },
  },
} as unknown as ServiceWorkerRegistration;

beforeEach(async () => {
  await wipe();
  browser = { uploaded: 0, result: '', aborts: 0 };
  const facts = { filename: 'a', sizeBytes: 5, mimeType: '', lastModified: 1, folderId: 'root' };
  await enqueue({ userId: 'ada', stager: 'tab', files: [{ ...facts, id: 'a' }] });
  const chunks = [{ hash: 'h', bytes: new ArrayBuffer(5) }];
  await putStagedParts([{ uploadId: 'a', firstIndex: 0, chunks }]);
  const event = { type: 'opened', session: 's' } as const;
  await recordNotes('ada', [{ uploadId: 'a', event, chunks: [] }]);
  await handOver('ada', 'b', 10, 0);
});

const isLeased = async () => (await findUpload('a'))?.lease !== null;

describe('what the browser sends by itself', () => {
  it('is left alone while it moves', async () => {
    for (const [uploaded, now] of [
      [10, 100_000],
      [20, 200_000],
      [30, 300_000],
    ] as const) {
      browser = { uploaded, result: '', aborts: 0 };
      await lookAfterBackgroundFetch(registration, now);
    }
    expect(await isLeased()).toBe(true);
    expect(browser?.aborts).toBe(0);
  });

  it('is stopped and taken back after two minutes without progress', async () => {
    await lookAfterBackgroundFetch(registration, 119_000);
    expect(await isLeased()).toBe(true);
    await lookAfterBackgroundFetch(registration, 120_000);
    expect(browser?.aborts).toBe(1);
    expect(await isLeased()).toBe(false);
    expect(await readBackgroundFetch()).toBeNull();
  });

  it('is taken back when the browser knows nothing of it, once it had time to begin', async () => {
    browser = null;
    await lookAfterBackgroundFetch(registration, 10_000);
    expect(await isLeased()).toBe(true);
    await lookAfterBackgroundFetch(registration, 40_000);
    expect(await isLeased()).toBe(false);
  });

  it('is taken back when it has ended and nobody was told', async () => {
    browser = { uploaded: 5, result: 'failure', aborts: 0 };
    await lookAfterBackgroundFetch(registration, 40_000);
    expect(await isLeased()).toBe(false);
  });

  it('is stopped when a person wants it back', async () => {
    await endBackgroundFetch(registration);
    expect(browser?.aborts).toBe(1);
    expect(await isLeased()).toBe(false);
  });
});
