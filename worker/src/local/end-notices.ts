// Whether a person wants to be told when uploads end, on this browser, and what they were told.

import { readSetting, writeSetting } from './settings.ts';

const WANTED = 'tells-end';
const told = (userId: string) => `told-end-${userId}`;

/** Can be observed by a live query. */
export async function readTellsEnd(): Promise<boolean> {
  return (await readSetting(WANTED)) === true;
}

export async function writeTellsEnd(isWanted: boolean): Promise<void> {
  await writeSetting(WANTED, isWanted);
}

/** Of a person: the moment up to which arrivals are no news, and how many files needed them. */
export interface ToldEnds {
  readonly until: number;
  readonly stopped: number;
}

export async function readTold(userId: string): Promise<ToldEnds> {
  const kept = await readSetting(told(userId));
  return isTold(kept) ? kept : { until: 0, stopped: 0 };
}

export async function writeTold(userId: string, ends: ToldEnds): Promise<void> {
  await writeSetting(told(userId), ends);
}

function isTold(value: unknown): value is ToldEnds {
  return typeof value === 'object' && value !== null && 'until' in value && 'stopped' in value;
}
