import { closeSync, lstatSync, openSync } from 'node:fs';
import { errorCode } from '../files/fileSystem.ts';
import { ArchiveProblem } from './archiveProblem.ts';

const FILE_MODE = 0o600;
/** What SQLite may make beside a database, and would take for its own. */
const SIDE_FILES = ['', '-journal', '-wal', '-shm'];

/** Which file a path names: another one as soon as it was replaced. Undefined where there is none. */
export function fileIdentity(path: string): string | undefined {
  const found = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  return found && `${found.dev}:${found.ino}`;
}

/**
 * A database of ours and what SQLite keeps beside it are plain files with one name, and belong to the user: anything
 * else was put there by somebody, and writing it would change a file that is not ours.
 * @throws ArchiveProblem `not-ours`
 */
export function assertOwnDatabase(path: string): void {
  for (const suffix of SIDE_FILES) {
    const found = lstatSync(path + suffix, { throwIfNoEntry: false });
    if (!found) continue;
    const isUsers = process.getuid === undefined || found.uid === process.getuid();
    if (!found.isFile() || found.nlink > 1 || !isUsers) throw new ArchiveProblem('not-ours');
  }
}

/**
 * Creates an empty file for this user alone, where there is none: SQLite would let others read it.
 * @throws Node's error
 */
export function createOwnFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', FILE_MODE));
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
}
