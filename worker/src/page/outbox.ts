// What a person does about changes that wait.

import { readAccount } from '../local/account.ts';
import * as refused from '../local/go-on.ts';
import type { Doer } from '../local/queue-mutations.ts';
import type { WayOn } from '../local/refused.ts';
import * as queue from '../local/take-back.ts';
import { pump } from './pump.ts';

/** Takes a change back: nothing is sent of it where nothing was. A refused one is let go. */
export async function takeBack(id: string): Promise<void> {
  await forSomebody((doer) => queue.takeBack(doer, id));
}

/** Tries a refused change again in the given way. */
export async function goOn(id: string, way: WayOn): Promise<void> {
  await forSomebody((doer) => refused.goOn(doer, id, way));
}

async function forSomebody(act: (doer: Doer) => Promise<void>): Promise<void> {
  const { user } = await readAccount();
  if (user === null) return;
  await act({ userId: user.id, rootFolderId: user.rootFolderId });
  pump();
}
