// The person's limits for transfers, kept on this browser.

import { NO_LIMITS, type TransferLimits } from '../engine/transfer-limits.ts';
import { readSetting, writeSetting } from './settings.ts';

export type { TransferLimits };

const KEY = 'transfer-limits';

export async function readTransferLimits(): Promise<TransferLimits> {
  return ((await readSetting(KEY)) as TransferLimits | undefined) ?? NO_LIMITS;
}

export async function writeTransferLimits(limits: TransferLimits): Promise<void> {
  await writeSetting(KEY, limits);
}
