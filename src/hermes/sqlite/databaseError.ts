import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { type Problem, ProblemError, problem } from '../../words/problem.ts';
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

/** Its code steers what is done about it, its problem tells people; neither ever holds contents of the history. */
export class HermesDatabaseError extends ProblemError {
  override readonly name = 'HermesDatabaseError';
  readonly code: DatabaseProblem;
  /** It may be gone in a moment: a writer was checkpointing, opening or closing. */
  readonly isPassing: boolean;

  constructor(code: DatabaseProblem, told: Problem, { isPassing = false } = {}) {
    super(told);
    this.code = code;
    this.isPassing = isPassing;
  }
}

const PASSING = { isPassing: true };

/** What an error thrown by a driver means; what is no SQLite error is returned as it is. */
export function describeSqliteError(error: unknown, driver: SqliteDriver, path: string): unknown {
  if (error instanceof HermesDatabaseError) return error;
  const code = driver.resultCode(error);
  if (code === undefined) return error;
  switch (code) {
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
    case 'SQLITE_PROTOCOL':
      return new HermesDatabaseError('locked', problem('database.locked', path), PASSING);
    case 'SQLITE_NOTADB':
      return new HermesDatabaseError('not-a-database', problem('database.otherFormat', path));
    case 'SQLITE_CORRUPT':
      return new HermesDatabaseError('corrupt', problem('database.damaged', path));
    case 'SQLITE_ERROR':
    case 'SQLITE_SCHEMA':
      // Every query was prepared against the schema found at opening: it must have become another one.
      return new HermesDatabaseError('changed', problem('database.tablesChanged', path));
    case 'SQLITE_READONLY':
      return new HermesDatabaseError('unreadable', problem('database.crashed', path));
    case 'SQLITE_CANTOPEN':
      // Where all its files can be read, SQLite could not make the index of the log that is missing beside them.
      return new HermesDatabaseError(
        'unreadable',
        refusalOf(path) ?? problem('database.logUnreadable', path),
        PASSING,
      );
    case 'SQLITE_TOOBIG':
      return new HermesDatabaseError('too-long', problem('database.unreadableBy', path, code));
    default: {
      const reason = systemReason(error);
      const told =
        reason === undefined
          ? problem('database.unreadableBy', path, code)
          : problem('database.unreadable', path, reason);
      return new HermesDatabaseError('unreadable', told, { isPassing: code === 'SQLITE_IOERR' });
    }
  }
}

/** An error met while opening the file: the system's own or SQLite's. */
export function describeOpenError(error: unknown, driver: SqliteDriver, path: string): unknown {
  if (isSystemError(error)) {
    return new HermesDatabaseError('unreadable', refused(error.path ?? path, error));
  }
  return describeSqliteError(error, driver, path);
}

/** Which of the database's files is refused to us, and why; undefined where each of them can be read. */
function refusalOf(path: string): Problem | undefined {
  for (const end of ['', '-wal', '-shm']) {
    let file = `${path}${end}`;
    try {
      file = `${realpathSync.native(path)}${end}`;
      accessSync(file, constants.R_OK);
      if (!statSync(file).isFile()) return problem('database.unreadable', file, problem('reason.noFile'));
    } catch (error) {
      if (isSystemError(error) && error.code !== 'ENOENT') return refused(file, error);
    }
  }
  return undefined;
}

function refused(file: string, error: NodeJS.ErrnoException): Problem {
  if (error.code === 'EACCES' || error.code === 'EPERM') return problem('database.notPermitted', file);
  return problem('database.unreadable', file, systemReason(error) ?? error.code ?? problem('reason.unknown'));
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}
