import { expect } from '@playwright/test';
import type { ChunkLedger } from './chunk-ledger.ts';

/** Only what was cut off or refused was sent again, and nothing that the server had acknowledged. */
export function expectSparing(ledger: ChunkLedger): void {
  const mayComeAgain = new Set([...ledger.lost(), ...ledger.refused()]);
  expect(ledger.resent().filter((chunk) => !mayComeAgain.has(chunk))).toEqual([]);
  expect(ledger.sentInVain()).toEqual([]);
}
