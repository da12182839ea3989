import { closeSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { problem } from '../../words/problem.ts';
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
  /** The file itself, behind all links: what is opened, and beside which SQLite keeps the log. */
  readonly target: string;
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
    const reason = problem(stats.isDirectory() ? 'reason.isDirectory' : 'reason.noFile');
    throw new HermesDatabaseError('unreadable', problem('database.unreadable', path, reason));
  }
  const file = { device: stats.dev, inode: stats.ino };
  const target = before && isSameFile(file, before) ? before.target : realpathSync.native(path);
  return { ...file, size: stats.size, modified: stats.mtimeNs, log: identifyLog(target), target };
}

function identifyLog(target: string): bigint | null {
  const log = statSync(logOf(target), { bigint: true, throwIfNoEntry: false });
  if (!log) return null;
  // Every program that has a log open shares an index beside it.
  const isLeftOver = log.size === 0n && !statSync(`${target}-shm`, { throwIfNoEntry: false });
  return isLeftOver ? null : log.ino;
}

/** Where SQLite keeps the write-ahead log of a file. */
export function logOf(target: string): string {
  return `${target}-wal`;
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
const CHANGE_COUNTER_OFFSET = 24;
const HEADER_BYTES = 100;

/** What the beginning of a database file says. */
export interface FileHeader {
  /** It is to be read and written by a write-ahead log. */
  readonly usesLog: boolean;
  /** Another number after every transaction that went without a log. */
  readonly changeCounter: number;
}

/**
 * Reads the beginning of a database file.
 *
 * Closing any descriptor of a file drops this process's POSIX locks on it, SQLite's own included. It is therefore
 * only asked when no log exists, where no reader of this process can be relying on a lock for its consistency
 * except one in rollback mode in the middle of a query, and that one compares a session before and after.
 * @throws the file system's error
 */
export function readHeader(target: string): FileHeader {
  const bytes = readStart(target);
  return {
    usesLog: bytes[READ_VERSION_OFFSET] === WAL_READ_VERSION,
    changeCounter: bytes.length < HEADER_BYTES ? 0 : bytes.readUInt32BE(CHANGE_COUNTER_OFFSET),
  };
}

function readStart(path: string): Buffer {
  const descriptor = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(HEADER_BYTES);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, HEADER_BYTES, 0));
  } finally {
    closeSync(descriptor);
  }
}
