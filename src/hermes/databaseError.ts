import type { SqliteDriver } from './sqlite/driver.ts';

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
      return new HermesDatabaseError('locked', `Another program keeps ${path} locked`, PASSING);
    case 'SQLITE_NOTADB':
      return new HermesDatabaseError('not-a-database', `${path} is not an SQLite database`);
    case 'SQLITE_CORRUPT':
      return new HermesDatabaseError('corrupt', `${path} is damaged and cannot be read whole`);
    case 'SQLITE_ERROR':
    case 'SQLITE_SCHEMA':
      // Every query was prepared against the schema found at opening: it must have become another one.
      return new HermesDatabaseError('changed', `The tables of ${path} were changed while it was read`);
    case 'SQLITE_READONLY':
      return new HermesDatabaseError(
        'unreadable',
        `${path} must first be opened by Hermes, to recover from a crash`,
      );
    case 'SQLITE_CANTOPEN':
      // The file itself was found and could be read: what cannot be opened is the log or its index beside it.
      return new HermesDatabaseError(
        'unreadable',
        `${path} cannot be opened: what was written last waits in a log that needs a writable directory to be read`,
        PASSING,
      );
    case 'SQLITE_TOOBIG':
      return new HermesDatabaseError('too-long', `${path} cannot be read (${code})`);
    default:
      return new HermesDatabaseError('unreadable', `${path} cannot be read (${code})`, {
        isPassing: code === 'SQLITE_IOERR',
      });
  }
}

/** An error met while opening the file: the system's own or SQLite's. */
export function describeOpenError(error: unknown, driver: SqliteDriver, path: string): unknown {
  if (isSystemError(error)) {
    const reason = error.code === 'ELOOP' ? 'its links lead in a circle' : error.code;
    return new HermesDatabaseError('unreadable', `${path} cannot be read: ${reason}`);
  }
  return describeSqliteError(error, driver, path);
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}
