import { chmodSync, chownSync, closeSync, lstatSync, openSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from './errorCode.ts';

const FILE_MODE = 0o600;
/** What SQLite may make beside a database, and would take for its own. */
const SIDE_FILES = ['', '-journal', '-wal', '-shm'];

/**
 * Why what a path names is not a file of ours: those are plain files with one name, and belong to the user. Anything
 * else was put there by somebody, and writing it would change a file that is not ours.
 */
export type Foreignness = 'ENOTFILE' | 'EISDIR' | 'EISLINK' | 'ENOTOWNER';

/** Undefined where nothing is, or a file of ours. @throws Node's error */
export function foreignness(path: string): Foreignness | undefined {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found) return undefined;
  if (found.isSymbolicLink()) return 'EISLINK';
  if (found.isDirectory()) return 'EISDIR';
  if (!found.isFile()) return 'ENOTFILE';
  if (found.nlink > 1) return 'EISLINK';
  return isOwn(found, path) ? undefined : 'ENOTOWNER';
}

/** The same of a database and of all that SQLite may keep beside it. @throws Node's error */
export function foreignnessOfDatabase(path: string): Foreignness | undefined {
  for (const suffix of SIDE_FILES) {
    const found = foreignness(path + suffix);
    if (found) return found;
  }
  return undefined;
}

/**
 * Creates an empty file for this user alone, where there is none: SQLite would let others read it. An existing one is not
 * even opened: closing any handle of a file drops all locks that this process holds on it (POSIX).
 * @throws Node's error
 */
export function createOwnFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', FILE_MODE));
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    return;
  }
  settle(path, FILE_MODE);
}

/**
 * Gives what was just made the mode that it is to have under any umask, and to the owner of the folder that it was made
 * in: the superuser works in homes of others. A file system that knows neither is left to itself.
 */
export function settle(path: string, mode: number): void {
  try {
    if ((statSync(path).mode & 0o777) !== mode) chmodSync(path, mode);
    const owner = otherOwner(path);
    if (owner) chownSync(path, owner.uid, owner.gid);
  } catch {
    // It was made, and whoever made it may use it.
  }
}

function isOwn({ uid }: Stats, path: string): boolean {
  return process.getuid === undefined || uid === process.getuid() || uid === otherOwner(path)?.uid;
}

/** Whose the folder of a path is, where that is somebody else's and we are the superuser; else null. */
function otherOwner(path: string): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const { uid, gid } = statSync(dirname(path));
  return uid === 0 ? null : { uid, gid };
}
