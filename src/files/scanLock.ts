import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { SqliteDriver } from '../hermes/sqlite/drivers/driver.ts';
import type { Problem } from '../words/problem.ts';
import type { DataDirectory } from './dataDirectory.ts';
import { WriteFailed } from './system/atomicFile.ts';
import { notOurs } from './system/fileSystem.ts';
import { createOwnFile, foreignnessOfDatabase } from './system/ownFile.ts';

/** An empty database that is only ever locked. It stays; deleting a lock file would let two processes hold it. */
const LOCK_FILE = 'scan_lock.sqlite';
/** Where something else has that name. */
const SPARE_LOCK_FILE = 'scan_lock.spare.sqlite';

/** The right to scan a home and to write its files. */
export interface ScanLock {
  release(): void;
}

export type LockAttempt =
  | { readonly kind: 'held'; readonly lock: ScanLock }
  /** Another window, process or thread holds it. */
  | { readonly kind: 'busy' }
  /** No lock can be had here, such as in a read-only directory; for this reason. */
  | { readonly kind: 'unavailable'; readonly reason: Problem };

/**
 * Tries to become the one who scans this home, without waiting. The lock is an exclusive transaction on a database
 * file of our own: it excludes other threads of this process as well as other processes, whichever path they reached
 * the file by, and the operating system drops it when its holder dies.
 *
 * While the newer of the two directories is in use the older one is locked too, for a process that has not noticed
 * the move yet.
 */
export async function tryScanLock(directory: DataDirectory, driver: SqliteDriver): Promise<LockAttempt> {
  try {
    await directory.create();
  } catch (error) {
    return { kind: 'unavailable', reason: reasonAt(directory.path, error) };
  }
  const own = lockIn(directory.path, driver);
  if (own.kind !== 'held' || directory.olderPath === null) return own;
  if (!(await directory.fs.isDirectory(directory.olderPath).catch(() => false))) return own;
  const older = lockIn(directory.olderPath, driver);
  if (older.kind === 'busy') {
    own.lock.release();
    return older;
  }
  if (older.kind === 'unavailable') return own;
  const release = (): void => {
    older.lock.release();
    own.lock.release();
  };
  return { kind: 'held', lock: { release } };
}

function lockIn(place: string, driver: SqliteDriver): LockAttempt {
  try {
    const path = lockPath(place);
    createOwnFile(path);
    return lockDatabase(path, driver);
  } catch (error) {
    return { kind: 'unavailable', reason: reasonAt(place, error) };
  }
}

/**
 * Where the lock is: a file that is empty, and ours. Another one of that name was put there by somebody, or holds
 * something: it is not touched, and everybody takes the spare name.
 * @throws Node's error
 */
function lockPath(place: string): string {
  const names = [LOCK_FILE, SPARE_LOCK_FILE].map((name) => join(place, name));
  const free = names.find((path) => {
    if (foreignnessOfDatabase(path)) return false;
    const size = lstatSync(path, { throwIfNoEntry: false })?.size ?? 0;
    return size === 0;
  });
  if (free === undefined) throw new WriteFailed(LOCK_FILE, notOurs('ENOTFILE'));
  return free;
}

function lockDatabase(path: string, driver: SqliteDriver): LockAttempt {
  const database = driver.openWritable(path, { busyTimeoutMs: 0 });
  try {
    // Nothing is ever written; in memory, the journal leaves no file behind either.
    database.exec('PRAGMA journal_mode = MEMORY');
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (driver.resultCode(error) === 'SQLITE_BUSY') return { kind: 'busy' };
    throw error;
  }
  let held = true;
  const release = (): void => {
    if (held) database.close(); // ends the transaction
    held = false;
  };
  return { kind: 'held', lock: { release } };
}

function reasonAt(place: string, error: unknown): Problem {
  return (error instanceof WriteFailed ? error : new WriteFailed(join(place, LOCK_FILE), error)).problem;
}
