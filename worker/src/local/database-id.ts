// Tells this database from one that took its place.

import { uuidv7 } from 'uuidv7';
import { db } from './database.ts';

const KEY = 'database-id';

/** Another one than before means that the browser has thrown the database away since. */
export async function readDatabaseId(): Promise<string> {
  return db.transaction('rw', db.settings, async () => {
    const kept = (await db.settings.get(KEY))?.value;
    if (typeof kept === 'string') return kept;
    const id = uuidv7();
    await db.settings.put({ key: KEY, value: id });
    return id;
  });
}
