import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MigrationFile } from './migration-plan.ts';

const FILE_NAME = /^\d{4}_[a-z0-9_]+\.sql$/;

/** The migrations of a directory, in the order of their numbers. */
export async function readMigrations(directory: string): Promise<MigrationFile[]> {
  const names = (await readdir(directory)).filter((name) => FILE_NAME.test(name)).sort();
  return await Promise.all(names.map((name) => readMigration(join(directory, name), name)));
}

async function readMigration(path: string, fileName: string): Promise<MigrationFile> {
  // A checkout on Windows may have turned the line ends.
  const sql = (await readFile(path, 'utf8')).replaceAll('\r\n', '\n');
  return {
    name: fileName.slice(0, -'.sql'.length),
    checksum: createHash('sha256').update(sql).digest('hex'),
    sql,
  };
}
