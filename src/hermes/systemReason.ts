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

/** Why a file was refused, by the code of the system or of SQLite, as half a sentence for people that names no file. */
const REASONS: readonly (readonly [reason: string, codes: readonly string[]])[] = [
  ['no space is left on the disk', ['ENOSPC', 'EDQUOT', 'SQLITE_FULL']],
  ['the file system is read-only', ['EROFS', 'SQLITE_READONLY']],
  ['permission was denied', ['EACCES', 'EPERM', 'SQLITE_PERM', 'SQLITE_AUTH']],
  ['it or its directory may not be opened', ['SQLITE_CANTOPEN']],
  ['it is not there any more', ['ENOENT']],
  ['a part of its path is a file, not a directory', ['ENOTDIR']],
  ['it is a directory', ['EISDIR']],
  ['its links lead in a circle', ['ELOOP']],
  ['the disk or device reports an error', ['EIO', 'SQLITE_IOERR']],
  ['the device is not there', ['ENXIO', 'ENODEV']],
  ['too many files are open', ['EMFILE', 'ENFILE']],
  ['its name is too long', ['ENAMETOOLONG']],
  ['it would be larger than a file may be', ['EFBIG']],
  ['another program is using it', ['EBUSY', 'ETXTBSY', 'SQLITE_BUSY', 'SQLITE_LOCKED', 'SQLITE_PROTOCOL']],
  ['it is damaged', ['SQLITE_CORRUPT', 'SQLITE_NOTADB']],
  [
    'the place on the network does not answer',
    ['ESTALE', 'ENOTCONN', 'EHOSTDOWN', 'EHOSTUNREACH', 'ETIMEDOUT'],
  ],
];

const BY_CODE = new Map(REASONS.flatMap(([reason, codes]) => codes.map((code) => [code, reason])));

/** Why a file was refused; undefined for an error that has no code known here. */
export function systemReason(error: unknown): string | undefined {
  const { code, errcode } = (error ?? {}) as { code?: unknown; errcode?: unknown };
  if (typeof errcode === 'number') return BY_CODE.get(BY_NUMBER[errcode & 0xff] ?? '');
  // Extended codes of SQLite append to the primary one.
  return typeof code === 'string' ? BY_CODE.get(/^SQLITE_[A-Z]+/.exec(code)?.[0] ?? code) : undefined;
}
