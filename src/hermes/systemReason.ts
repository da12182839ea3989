import { type Problem, problem } from '../words/problem.ts';

/** What the numbers of SQLite's primary result codes stand for, of those that speak of a file. */
const BY_NUMBER: Readonly<Record<number, string>> = {
  3: 'SQLITE_PERM',
  5: 'SQLITE_BUSY',
  6: 'SQLITE_LOCKED',
  8: 'SQLITE_READONLY',
  10: 'SQLITE_IOERR',
  11: 'SQLITE_CORRUPT',
  13: 'SQLITE_FULL',
  14: 'SQLITE_CANTOPEN',
  26: 'SQLITE_NOTADB',
};

/** Why a file was refused, by the code of the system or of SQLite. */
const REASONS = [
  [problem('reason.diskFull'), ['ENOSPC', 'EDQUOT', 'SQLITE_FULL']],
  [problem('reason.readOnly'), ['EROFS', 'SQLITE_READONLY']],
  [problem('reason.notPermitted'), ['EACCES', 'EPERM', 'SQLITE_PERM', 'SQLITE_AUTH']],
  [problem('reason.notOpened'), ['SQLITE_CANTOPEN']],
  [problem('reason.gone'), ['ENOENT']],
  [problem('reason.fileInPath'), ['ENOTDIR']],
  [problem('reason.isDirectory'), ['EISDIR']],
  [problem('reason.circle'), ['ELOOP']],
  [problem('reason.diskError'), ['EIO', 'SQLITE_IOERR']],
  [problem('reason.noDevice'), ['ENXIO', 'ENODEV']],
  [problem('reason.tooManyOpen'), ['EMFILE', 'ENFILE']],
  [problem('reason.nameTooLong'), ['ENAMETOOLONG']],
  [problem('reason.tooLarge'), ['EFBIG']],
  [problem('reason.inUse'), ['EBUSY', 'ETXTBSY', 'SQLITE_BUSY', 'SQLITE_LOCKED', 'SQLITE_PROTOCOL']],
  [problem('reason.damaged'), ['SQLITE_CORRUPT', 'SQLITE_NOTADB']],
  [problem('reason.network'), ['ESTALE', 'ENOTCONN', 'EHOSTDOWN', 'EHOSTUNREACH', 'ETIMEDOUT']],
] as const;

const BY_CODE: ReadonlyMap<string, Problem> = new Map(
  REASONS.flatMap(([reason, codes]) => codes.map((code) => [code, reason])),
);

/** Why a file was refused: half a sentence that names no file; undefined for an error that has no code known here. */
export function systemReason(error: unknown): Problem | undefined {
  const { code, errcode } = (error ?? {}) as { code?: unknown; errcode?: unknown };
  if (typeof errcode === 'number') return BY_CODE.get(BY_NUMBER[errcode & 0xff] ?? '');
  // Extended codes of SQLite append to the primary one.
  return typeof code === 'string' ? BY_CODE.get(/^SQLITE_[A-Z]+/.exec(code)?.[0] ?? code) : undefined;
}
