import { errorCode } from '../files/fileSystem.ts';
import type { SqliteDriver } from '../hermes/sqlite/driver.ts';

export const ARCHIVE_FILE = 'archive.sqlite';

/** Why the archive is not what it should be: everything then works in memory. */
export type ArchiveProblemCode =
  | 'locked'
  | 'disk-full'
  | 'read-only'
  | 'not-permitted'
  | 'no-directory'
  /** A link, something that is no file, or another user's. */
  | 'not-ours'
  /** Written by a newer version: it is read as far as it is understood. */
  | 'newer'
  | 'damaged'
  | 'unreadable';

/** `message` is one line for people, without a path; `code` is what a surface translates by. */
export class ArchiveProblem extends Error {
  override readonly name = 'ArchiveProblem';
  readonly code: ArchiveProblemCode;

  constructor(code: ArchiveProblemCode, options?: ErrorOptions) {
    super(MESSAGES[code], options);
    this.code = code;
  }
}

const MESSAGES: Readonly<Record<ArchiveProblemCode, string>> = {
  locked: `Could not write ${ARCHIVE_FILE}: another program keeps it locked`,
  'disk-full': `Could not write ${ARCHIVE_FILE}: no space is left on the disk`,
  'read-only': `Could not write ${ARCHIVE_FILE}: the file system is read-only`,
  'not-permitted': `Could not open ${ARCHIVE_FILE}: permission was denied`,
  'no-directory': `Could not write ${ARCHIVE_FILE}: its directory does not exist`,
  'not-ours': `${ARCHIVE_FILE} is left alone: it is a link, no file, or belongs to another user`,
  newer: `${ARCHIVE_FILE} was written by a newer version: it is read as far as it is understood, and not written`,
  damaged: `${ARCHIVE_FILE} is damaged`,
  unreadable: `${ARCHIVE_FILE} cannot be read: the disk reports an error`,
};

const BY_RESULT: Readonly<Record<string, ArchiveProblemCode>> = {
  SQLITE_BUSY: 'locked',
  SQLITE_LOCKED: 'locked',
  SQLITE_PROTOCOL: 'locked',
  SQLITE_FULL: 'disk-full',
  SQLITE_READONLY: 'read-only',
  SQLITE_PERM: 'not-permitted',
  SQLITE_AUTH: 'not-permitted',
  SQLITE_CANTOPEN: 'not-permitted',
  SQLITE_IOERR: 'unreadable',
  SQLITE_CORRUPT: 'damaged',
  SQLITE_NOTADB: 'damaged',
  // With statements of ours against tables of ours, what is left is a schema or a value that nobody of us wrote.
  SQLITE_ERROR: 'damaged',
  SQLITE_SCHEMA: 'damaged',
  SQLITE_CONSTRAINT: 'damaged',
  SQLITE_MISMATCH: 'damaged',
  SQLITE_TOOBIG: 'damaged',
};

const BY_ERROR_CODE: Readonly<Record<string, ArchiveProblemCode>> = {
  EACCES: 'not-permitted',
  EPERM: 'not-permitted',
  EROFS: 'read-only',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  ENOENT: 'no-directory',
  ENOTDIR: 'no-directory',
  ELOOP: 'not-ours',
  EIO: 'unreadable',
  EBUSY: 'locked',
  // Numbers and texts that no program can have written by us.
  ERR_OUT_OF_RANGE: 'damaged',
  ERR_STRING_TOO_LONG: 'damaged',
};

/** What an error met in the archive means; undefined for one that is a mistake of the program's. */
export function problemOf(error: unknown, driver: SqliteDriver): ArchiveProblem | undefined {
  if (error instanceof ArchiveProblem) return error;
  const result = driver.resultCode(error);
  const code =
    result === undefined ? BY_ERROR_CODE[errorCode(error) ?? ''] : (BY_RESULT[result] ?? 'unreadable');
  return code && new ArchiveProblem(code, { cause: error });
}
