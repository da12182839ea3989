import { closeSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { HermesDatabaseError } from './databaseError.ts';

type FileKey = Pick<FileIdentity, 'device' | 'inode'>;

/** What the file system says of a database at one moment; never opens the file. */
export interface FileIdentity {
  readonly device: bigint;
  readonly inode: bigint;
  readonly size: bigint;
  /** Nanoseconds since the epoch. */
  readonly modified: bigint;
  /** Inode of the write-ahead log; null without one, and for an empty one that no program has open. */
  readonly log: bigint | null;
  /** Where SQLite keeps the log: beside the file that a link leads to. */
  readonly logPath: string;
}

/**
 * Null when there is no such file.
 * @param before what it was earlier; following links again is spared where it is the same file still
 * @throws HermesDatabaseError for what is no file: opening a pipe would wait for ever; the file system's error for
 * anything else but absence
 */
export function identify(path: string, before?: FileIdentity): FileIdentity | null {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (!stats) return null;
  if (!stats.isFile()) {
    const reason = stats.isDirectory() ? 'it is a directory' : 'it is not a file';
    throw new HermesDatabaseError('unreadable', `${path} cannot be read: ${reason}`);
  }
  const file = { device: stats.dev, inode: stats.ino };
  const logPath = before && isSameFile(file, before) ? before.logPath : `${realpathSync.native(path)}-wal`;
  return { ...file, size: stats.size, modified: stats.mtimeNs, log: identifyLog(logPath), logPath };
}

function identifyLog(path: string): bigint | null {
  const log = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (!log) return null;
  // Every program that has a log open shares an index beside it.
  const isLeftOver = log.size === 0n && !statSync(path.replace(/-wal$/, '-shm'), { throwIfNoEntry: false });
  return isLeftOver ? null : log.ino;
}

/** The same file, whatever was written to it. */
export function isSameFile(a: FileKey, b: FileKey): boolean {
  return a.device === b.device && a.inode === b.inode;
}

/** The same file, with nothing written to it in between, not even to a log. */
export function isUntouched(a: FileIdentity, b: FileIdentity): boolean {
  return isSameFile(a, b) && a.size === b.size && a.modified === b.modified && a.log === b.log;
}

const READ_VERSION_OFFSET = 19;
const WAL_READ_VERSION = 2;

/**
 * Whether the file's header asks for a write-ahead log.
 *
 * Closing any descriptor of a file drops this process's POSIX locks on it, SQLite's own included. It is therefore
 * only asked when no log exists, where no reader of this process can be relying on a lock for its consistency
 * except one in rollback mode; such readers check the file's identity after reading.
 * @throws the file system's error
 */
export function usesWriteAheadLog(path: string): boolean {
  const descriptor = openSync(path, 'r');
  try {
    const version = new Uint8Array(1);
    return readSync(descriptor, version, 0, 1, READ_VERSION_OFFSET) === 1 && version[0] === WAL_READ_VERSION;
  } finally {
    closeSync(descriptor);
  }
}
