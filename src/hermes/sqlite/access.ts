import { type FileIdentity, readHeader } from './databaseFile.ts';
import type { SqliteConnection, SqliteDriver } from './drivers/driver.ts';

/**
 * How the file is read.
 * - `shared`: an ordinary reader in WAL mode. SQLite keeps its snapshot stable; writers never wait.
 * - `rollback`: an ordinary reader in rollback-journal mode, under SQLite's shared lock.
 * - `immutable`: without locks. Chosen where no write-ahead log exists, that is where no program has the database
 *   open: an ordinary reader would create `-wal` and `-shm` and leave them behind. A writer that comes makes a log
 *   first, and whatever it does shows in the file's identity, which is compared after each read.
 */
export type Access = 'shared' | 'rollback' | 'immutable';

/** The right way to read the file as it is now. @throws the file system's error */
export function accessTo(file: FileIdentity, driver: SqliteDriver): Access {
  if (file.log !== null) return 'shared';
  if (!readHeader(file.target).usesLog) return 'rollback';
  return driver.openImmutable ? 'immutable' : 'shared';
}

/** @throws the library's own error */
export function openFor(
  access: Access,
  path: string,
  driver: SqliteDriver,
  options: { readonly busyTimeoutMs: number },
): SqliteConnection {
  return access === 'immutable' && driver.openImmutable
    ? driver.openImmutable(path)
    : driver.openReadOnly(path, options);
}
