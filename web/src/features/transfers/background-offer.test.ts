import { describe, expect, it } from 'vitest';
import { isWorthHandingOver } from './background-offer.ts';
import { sampleUpload } from './sample-upload.ts';

const READY = { state: 'uploading', session: 's', hashedChunks: 21, stagedChunks: 21 } as const;
const large = (change = {}) => sampleUpload({ ...READY, sizeBytes: 120_000_000, ...change });

describe('the offer to send in the background', () => {
  it('is made for what is prepared and large', () => {
    expect(isWorthHandingOver([large()])).toBe(true);
    expect(isWorthHandingOver([large({ sizeBytes: 60_000_000 })])).toBe(false);
  });

  it('counts what several files still have to send', () => {
    const half = { sizeBytes: 60_000_000 };
    expect(isWorthHandingOver([large(half), large(half)])).toBe(true);
    expect(isWorthHandingOver([large({ bytesAcked: 110_000_000 })])).toBe(false);
  });

  it('waits until the file is prepared, and is not made for what is held', () => {
    expect(isWorthHandingOver([large({ hashedChunks: 20, state: 'hashing' })])).toBe(false);
    expect(isWorthHandingOver([large({ session: null })])).toBe(false);
    expect(isWorthHandingOver([large({ state: 'paused' })])).toBe(false);
  });
});
