// Sessions to be ended on the server.

import { db } from './database.ts';

export async function readAbandoned(userId: string): Promise<string[]> {
  return db.abandoned.where('userId').equals(userId).primaryKeys();
}

export async function forgetAbandoned(session: string): Promise<void> {
  await db.abandoned.delete(session);
}
