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

/** Why a file was refused, by the code of the system or of SQLite, and what to do about it: half a sentence for people that names no file. */
const REASONS: readonly (readonly [reason: string, codes: readonly string[]])[] = [
  ['no space is left on the disk; make room on it and try again', ['ENOSPC', 'EDQUOT', 'SQLITE_FULL']],
  ['the file system is read-only; mount it for writing', ['EROFS', 'SQLITE_READONLY']],
  [
    'permission was denied; give this user the right to it',
    ['EACCES', 'EPERM', 'SQLITE_PERM', 'SQLITE_AUTH'],
  ],
  ['it or its directory may not be opened; give this user the right to both', ['SQLITE_CANTOPEN']],
  ['it is not there any more; try again', ['ENOENT']],
  ['a part of its path is a file, not a directory; check the path', ['ENOTDIR']],
  ['it is a directory; move it away', ['EISDIR']],
  ['its links lead in a circle; remove one of them', ['ELOOP']],
  ['the disk or device reports an error; check it', ['EIO', 'SQLITE_IOERR']],
  ['the device is not there; connect it and try again', ['ENXIO', 'ENODEV']],
  ['too many files are open; close some programs and try again', ['EMFILE', 'ENFILE']],
  ['its name is too long; choose a shorter one', ['ENAMETOOLONG']],
  ['it would be larger than a file may be; choose another disk', ['EFBIG']],
  [
    'another program is using it; try again when it has finished',
    ['EBUSY', 'ETXTBSY', 'SQLITE_BUSY', 'SQLITE_LOCKED', 'SQLITE_PROTOCOL'],
  ],
  ['it is damaged', ['SQLITE_CORRUPT', 'SQLITE_NOTADB']],
  [
    'the place on the network does not answer; connect it and try again',
    ['ESTALE', 'ENOTCONN', 'EHOSTDOWN', 'EHOSTUNREACH', 'ETIMEDOUT'],
  ],
];

const BY_CODE = new Map(REASONS.flatMap(([reason, codes]) => codes.map((code) => [code, reason])));

/** Why a file was refused, and what to do; undefined for an error that has no code known here. */
export function systemReason(error: unknown): string | undefined {
  const { code, errcode } = (error ?? {}) as { code?: unknown; errcode?: unknown };
  if (typeof errcode === 'number') return BY_CODE.get(BY_NUMBER[errcode & 0xff] ?? '');
  // Extended codes of SQLite append to the primary one.
  return typeof code === 'string' ? BY_CODE.get(/^SQLITE_[A-Z]+/.exec(code)?.[0] ?? code) : undefined;
}
