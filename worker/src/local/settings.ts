// Small facts that are to outlive the page, by key.

import { db } from './database.ts';

/** The value kept under `key`, as it was written; undefined where there is none. */
export async function readSetting(key: string): Promise<unknown> {
  return (await db.settings.get(key))?.value;
}

/** Keeps any value that structured cloning can carry. */
export async function writeSetting(key: string, value: unknown): Promise<void> {
  await db.settings.put({ key, value });
}
