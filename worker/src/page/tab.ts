// This tab, as the owner of the sources that it is reading.

import { uuidv7 } from 'uuidv7';
import { holdWhileAlive } from '../local/presence.ts';

let id: string | null = null;

/** The id of this tab; from the first call on, others can see that it is alive. */
export async function tabId(): Promise<string> {
  if (id === null) {
    id = uuidv7();
    await holdWhileAlive(id);
  }
  return id;
}
