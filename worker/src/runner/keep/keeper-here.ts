// The keeper of a page, for where there is no service worker.

import { bestDigest } from '../../digest/best-digest.ts';
import { createKeeper } from './create-keeper.ts';
import type { Keeper } from './keeper.ts';

export function keeperHere(): Keeper {
  return createKeeper(async (bytes) => (await bestDigest())(bytes));
}
