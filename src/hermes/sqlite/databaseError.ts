import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { systemReason } from '../systemReason.ts';
import type { SqliteDriver } from './drivers/driver.ts';

/**
 * Why Hermes' database cannot be read.
 * `changed` is the only one that goes away by asking again at once: the file was written to, replaced or removed
 * under a read that had no lock, so what was read of it does not count.
 */
export type DatabaseProblem =
  | 'no-home'
  | 'elsewhere'
  | 'no-database'
  | 'not-a-database'
  | 'corrupt'
  | 'locked'
  | 'unreadable'
  /** A single value, or one that is made of many, is longer than a text can be. */
  | 'too-long'
  | 'missing-table'
  | 'missing-column'
  | 'changed';

/** The message is one line for people; it never holds contents of the history. */
export class HermesDatabaseError extends Error {
  override readonly name = 'HermesDatabaseError';
  readonly code: DatabaseProblem;
  /** It may be gone in a moment: a writer was checkpointing, opening or closing. */
  readonly isPassing: boolean;

  constructor(code: DatabaseProblem, message: string, { isPassing = false } = {}) {
    super(message);
    this.code = code;
    this.isPassing = isPassing;
  }
}

const PASSING = { isPassing: true };

/** Puts an error thrown by a driver into words; what is no SQLite error is returned as it is. */
export function describeSqliteError(error: unknown, driver: SqliteDriver, path: string): unknown {
  if (error instanceof HermesDatabaseError) return error;
  const code = driver.resultCode(error);
  if (code === undefined) return error;
  switch (code) {
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
    case 'SQLITE_PROTOCOL':
      return new HermesDatabaseError(
        'locked',
        `Another program keeps ${path} locked: try again when it has finished`,
        PASSING,
      );
    case 'SQLITE_NOTADB':
      return new HermesDatabaseError(
        'not-a-database',
        `${path} is not an SQLite database: put back a copy that is one, or choose another home`,
      );
    case 'SQLITE_CORRUPT':
      return new HermesDatabaseError(
        'corrupt',
        `${path} is damaged and cannot be read whole: "hermes doctor" can mend it`,
      );
    case 'SQLITE_ERROR':
    case 'SQLITE_SCHEMA':
      // Every query was prepared against the schema found at opening: it must have become another one.
      return new HermesDatabaseError(
        'changed',
        `The tables of ${path} were changed while it was read: try again`,
      );
    case 'SQLITE_READONLY':
      return new HermesDatabaseError(
        'unreadable',
        `${path} must first be opened by Hermes, to recover from a crash`,
      );
    case 'SQLITE_CANTOPEN':
      return new HermesDatabaseError('unreadable', refusalOf(path) ?? needsDirectory(path), PASSING);
    case 'SQLITE_TOOBIG':
      return new HermesDatabaseError('too-long', `${path} cannot be read (${code})`);
    default: {
      const reason = systemReason(error);
      const words = reason === undefined ? `${path} cannot be read (${code})` : cannotBeRead(path, reason);
      return new HermesDatabaseError('unreadable', words, { isPassing: code === 'SQLITE_IOERR' });
    }
  }
}

/** An error met while opening the file: the system's own or SQLite's. */
export function describeOpenError(error: unknown, driver: SqliteDriver, path: string): unknown {
  if (isSystemError(error)) {
    return new HermesDatabaseError('unreadable', refusedWords(error.path ?? path, error));
  }
  return describeSqliteError(error, driver, path);
}

/** Which of the database's files is refused to us, and why; undefined where each of them can be read. */
function refusalOf(path: string): string | undefined {
  for (const end of ['', '-wal', '-shm']) {
    let file = `${path}${end}`;
    try {
      file = `${realpathSync.native(path)}${end}`;
      accessSync(file, constants.R_OK);
      if (!statSync(file).isFile()) return cannotBeRead(file, 'it is not a file; move it away');
    } catch (error) {
      if (isSystemError(error) && error.code !== 'ENOENT') return refusedWords(file, error);
    }
  }
  return undefined;
}

function refusedWords(file: string, error: NodeJS.ErrnoException): string {
  if (error.code === 'EACCES' || error.code === 'EPERM')
    return `${file} may not be read by this user: give this user the right to read it, or run this as the user of Hermes`;
  return cannotBeRead(file, systemReason(error) ?? error.code ?? 'unknown error');
}

function cannotBeRead(file: string, reason: string): string {
  return `${file} cannot be read: ${reason}`;
}

/** All its files can be read, but SQLite could not make the index of the log that is missing beside them. */
function needsDirectory(path: string): string {
  return `${path} cannot be opened: what was written last waits in a log that needs a writable directory to be read; let Hermes close it, or make its directory writable`;
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}
