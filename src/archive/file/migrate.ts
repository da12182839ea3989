import type {
  SqliteConnection,
  SqliteDriver,
  WritableConnection,
} from '../../hermes/sqlite/drivers/driver.ts';
import { APPLICATION_ID, type Migration } from '../schema.ts';
import { putMemos, storedMemos } from '../tables/memos.ts';
import { ArchiveProblem } from './archiveProblem.ts';

/** The archive's schema version: 0 of an empty file. @throws SQLite's error */
export function versionOf(archive: SqliteConnection): number {
  return Number(archive.prepare('PRAGMA user_version').get()?.[0]);
}

/**
 * Brings an archive, or an empty file, to the newest version; within the caller's transaction.
 * @throws ArchiveProblem `damaged` where the file is something else
 */
export function migrate(archive: WritableConnection, migrations: readonly Migration[]): void {
  const version = versionOf(archive);
  if (version >= migrations.length) return;
  if (version === 0 ? schemaOf(archive).length > 0 : !isArchive(archive)) throw new ArchiveProblem('damaged');
  for (const migration of migrations.slice(version)) migration(archive);
  archive.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${migrations.length}`);
  putMemos(archive, { version: migrations.length });
}

/**
 * Has the file the very tables that its version makes, and nothing beside them, no view or trigger of a stranger's?
 * A newer version's tables are not known; of it only those that are read must be tables.
 */
export function isAsWritten(
  archive: SqliteConnection,
  driver: SqliteDriver,
  migrations: readonly Migration[],
): boolean {
  const version = versionOf(archive);
  const schema = schemaOf(archive);
  if (version === 0) return schema.length === 0;
  if (!isArchive(archive)) return false;
  if (version > migrations.length) {
    const isTable = (name: string) =>
      schema.some((line) => line.startsWith(`table ${name} ${name} CREATE TABLE`));
    if (!TABLES.every(isTable)) return false;
  } else {
    const expected = expectedSchema(driver, migrations.slice(0, version));
    if (schema.join('\n') !== expected.join('\n')) return false;
  }
  // The header has no sum, the memo has: a version that only the header speaks of is a damaged header.
  return storedMemos(archive).version === version;
}

const TABLES = ['session', 'bookmark', 'step', 'run', 'memo', 'usage'];

function isArchive(archive: SqliteConnection): boolean {
  return archive.prepare('PRAGMA application_id').get()?.[0] === APPLICATION_ID;
}

/** What SQLite keeps for itself, such as statistics, is not looked at. */
function schemaOf(archive: SqliteConnection): string[] {
  const lines = archive
    .prepare(`SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite^_%' ESCAPE '^'`)
    .all();
  return lines.map(([type, name, table, sql]) => `${type} ${name} ${table} ${sql}`).sort();
}

/** What the migrations make of an empty archive. */
function expectedSchema(driver: SqliteDriver, migrations: readonly Migration[]): readonly string[] {
  const memory = driver.openWritable(':memory:', { busyTimeoutMs: 0 });
  try {
    for (const migration of migrations) migration(memory);
    return schemaOf(memory);
  } finally {
    memory.close();
  }
}
