import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { temporaryName } from '../../files/system/atomicFile.ts';
import { createOwnFile } from '../../files/system/ownFile.ts';
import type { SqliteDriver, WritableConnection } from '../../hermes/sqlite/drivers/driver.ts';
import { assertOwnDatabase } from './identity.ts';

/**
 * Puts a database in the place of another, or of none, in one step: whoever opens it, whenever the machine dies, finds
 * the old one or the new one, whole.
 * @param make fills the empty file of this name, and leaves nothing beside it
 * @throws ArchiveProblem, SQLite's or Node's error; the old one is as it was then
 */
export function replaceDatabase(path: string, make: (temporary: string) => void): void {
  assertOwnDatabase(path);
  const temporary = temporaryName(path);
  try {
    createOwnFile(temporary);
    make(temporary);
    sync(temporary, 'r+');
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  try {
    sync(dirname(path), 'r');
  } catch {
    // The new file is in place and whole; it may be lost with the power, and the old one be found again.
  }
}

/** Opens a new file for a large piece of work that is worth nothing unless it is finished. */
export function openToFill(path: string, driver: SqliteDriver): WritableConnection {
  const connection = driver.openWritable(path, { busyTimeoutMs: 0 });
  connection.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF');
  return connection;
}

function sync(path: string, flags: string): void {
  const file = openSync(path, flags);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
