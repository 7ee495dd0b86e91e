import { StartRefused } from '../../lib/start-refused.ts';

/** A migration as the database remembers it. */
export interface Migration {
  readonly name: string;
  readonly checksum: string;
}

export interface MigrationFile extends Migration {
  readonly sql: string;
}

/** Which of `files` (in order) are still to be applied. Refuses what cannot be gone forward from: a
 *  database that a newer release has changed, a file that was edited after it was applied, and a
 *  file that would have to go before one that was. */
export function planMigrations(
  files: readonly MigrationFile[],
  applied: readonly Migration[],
): MigrationFile[] {
  const checksums = new Map(applied.map(({ name, checksum }) => [name, checksum]));
  refuseUnknown(files, applied);
  for (const file of files) refuseEdited(file, checksums.get(file.name));
  const pending = files.filter(({ name }) => !checksums.has(name));
  const newest =
    applied
      .map(({ name }) => name)
      .sort()
      .at(-1) ?? '';
  const late = pending.find(({ name }) => name < newest);
  if (late !== undefined) {
    throw new StartRefused(
      `The migration ${late.name} was never applied, but the later ${newest} was. Give it a number after ${newest}.`,
    );
  }
  return pending;
}

function refuseUnknown(files: readonly MigrationFile[], applied: readonly Migration[]): void {
  const known = new Set(files.map(({ name }) => name));
  const unknown = applied.find(({ name }) => !known.has(name));
  if (unknown === undefined) return;
  throw new StartRefused(
    `The database was last used by a newer Satchel: its migration ${unknown.name} is not known here. Start that release, or a newer one.`,
  );
}

function refuseEdited(file: MigrationFile, checksum: string | undefined): void {
  if (checksum === undefined || checksum === file.checksum) return;
  throw new StartRefused(
    `The migration ${file.name} was changed after it was applied to this database. Restore the file, and put the change into a new migration.`,
  );
}
