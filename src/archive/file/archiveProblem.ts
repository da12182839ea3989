import { errorCode } from '../../files/system/fileSystem.ts';
import type { SqliteDriver } from '../../hermes/sqlite/drivers/driver.ts';
import { type Problem, ProblemError, problem } from '../../words/problem.ts';

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

/** Its code steers what is done about it; it is told without a path. */
export class ArchiveProblem extends ProblemError {
  override readonly name = 'ArchiveProblem';
  readonly code: ArchiveProblemCode;
  readonly file: string;

  /** @param file its name, without a path */
  constructor(
    code: ArchiveProblemCode,
    { file = ARCHIVE_FILE, cause }: { file?: string; cause?: unknown } = {},
  ) {
    super(told(code, file), { cause });
    this.code = code;
    this.file = file;
  }
}

function told(code: ArchiveProblemCode, file: string): Problem {
  switch (code) {
    case 'locked':
      return problem('archive.locked', file);
    case 'disk-full':
      return problem('file.notWritten', file, problem('reason.diskFull'));
    case 'read-only':
      return problem('file.notWritten', file, problem('reason.readOnly'));
    case 'not-permitted':
      return problem('archive.notPermitted', file);
    case 'no-directory':
      return problem('file.notWritten', file, problem('reason.noDirectory'));
    case 'not-ours':
      return problem('archive.notOurs', file);
    case 'newer':
      return problem('archive.newer', file);
    case 'damaged':
      return problem('archive.damaged', file);
    case 'unreadable':
      return problem('archive.unreadable', file);
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
