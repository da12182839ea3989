import { errorCode } from '../../files/system/fileSystem.ts';
import type { SqliteDriver } from '../../hermes/sqlite/drivers/driver.ts';

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
  readonly file: string;

  /** @param file its name, without a path */
  constructor(
    code: ArchiveProblemCode,
    { file = ARCHIVE_FILE, cause }: { file?: string; cause?: unknown } = {},
  ) {
    super(messageOf(code, file), { cause });
    this.code = code;
    this.file = file;
  }
}

function messageOf(code: ArchiveProblemCode, file: string): string {
  switch (code) {
    case 'locked':
      return `Could not write ${file}: another program keeps it locked; try again when it has finished`;
    case 'disk-full':
      return `Could not write ${file}: no space is left on the disk; make room on it and try again`;
    case 'read-only':
      return `Could not write ${file}: the file system is read-only; mount it for writing`;
    case 'not-permitted':
      return `Could not open ${file}: permission was denied; give this user the right to it`;
    case 'no-directory':
      return `Could not write ${file}: its directory does not exist`;
    case 'not-ours':
      return `${file} is left alone: it is a link, no file, or belongs to another user; move it away`;
    case 'newer':
      return `${file} was written by a newer version: it is read as far as it is understood, and not written; update this extension`;
    case 'damaged':
      return `${file} is damaged; it is restored by the next scan that can write`;
    case 'unreadable':
      return `Could not read or write ${file}: the disk reports an error; check it`;
  }
}

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
export function problemOf(
  error: unknown,
  driver: SqliteDriver,
  file = ARCHIVE_FILE,
): ArchiveProblem | undefined {
  if (error instanceof ArchiveProblem)
    return error.file === file ? error : new ArchiveProblem(error.code, { file });
  const result = driver.resultCode(error);
  const code =
    result === undefined ? BY_ERROR_CODE[errorCode(error) ?? ''] : (BY_RESULT[result] ?? 'unreadable');
  return code && new ArchiveProblem(code, { file, cause: error });
}
