import { problem } from '../../words/problem.ts';
import { type Access, accessTo, openFor } from './access.ts';
import { describeOpenError, HermesDatabaseError } from './databaseError.ts';
import { type FileIdentity, identify } from './databaseFile.ts';
import type { SqliteConnection, SqliteDriver, SqliteStatement, SqlRow, SqlValue } from './drivers/driver.ts';
import { SessionKeys } from './keys.ts';
import { patiently } from './lockWait.ts';
import { OpenedFile } from './openedFile.ts';
import { isCorrupt, OtherWays } from './otherWays.ts';
import { persevering } from './perseverance.ts';
import { ReadTransaction } from './readTransaction.ts';
import { rowsById } from './rowsById.ts';
import { Statements } from './statements.ts';

/** The data version of a file that is read without locks, while it is as it was when opened: SQLite's own begin with 1. */
const AT_REST = 0;
const WRITTEN = 1;
/** One read-only connection, its statements, and the file as it was when opened. */
export class DatabaseConnection {
  readonly path: string;
  readonly #connection: SqliteConnection;
  readonly #access: Access;
  readonly file: OpenedFile;
  readonly #statements: Statements;
  readonly #transaction = new ReadTransaction(
    () => this.#begin(),
    () => this.#rollback(),
  );
  /** Waits for locks while somebody is heard; by itself SQLite waits in one piece. */
  #waiting: (<T>(act: () => T) => T) | undefined;
  /** Reads are part of a whole that is compared when it ends. */
  #confirmsLater = false;
  readonly #otherWays = new OtherWays(() => {
    const list = "SELECT name FROM pragma_index_list('messages')";
    return this.#once(list, (statement) => statement.all()).map(([name]) => String(name));
  });

  /** What sessions are called, whose ids may be no text. */
  readonly keys = new SessionKeys(
    () => this.all("SELECT id, CAST(id AS BLOB), typeof(id) = 'blob' FROM sessions WHERE id IS NOT NULL"),
    () => this.get("SELECT 1 FROM sessions WHERE id >= x'' LIMIT 1") !== undefined,
  );

  private constructor(
    path: string,
    driver: SqliteDriver,
    access: Access,
    opened: FileIdentity,
    busyTimeoutMs: number,
  ) {
    this.path = path;
    this.#access = access;
    this.file = new OpenedFile(path, driver, access, opened);
    this.#connection = openFor(access, opened.target, driver, { busyTimeoutMs });
    this.#statements = new Statements(this.#connection);
  }

  /** @throws HermesDatabaseError */
  static open(
    path: string,
    driver: SqliteDriver,
    options: { readonly busyTimeoutMs: number },
  ): DatabaseConnection {
    try {
      const opened = identify(path);
      if (!opened) throw new HermesDatabaseError('no-database', problem('database.missing', path));
      return new DatabaseConnection(path, driver, accessTo(opened, driver), opened, options.busyTimeoutMs);
    } catch (error) {
      throw describeOpenError(error, driver, path);
    }
  }

  /** Nobody else has the database open, and reading takes no locks. */
  get immutable(): boolean {
    return this.#access === 'immutable';
  }

  /** A lock of ours keeps the writer waiting: rows are to be read a few at a time. */
  get keepsWriterWaiting(): boolean {
    return this.#access === 'rollback';
  }

  /** An index is damaged, and queries do without it. */
  get avoidsAnIndex(): boolean {
    return this.#otherWays.areTaken;
  }

  /** Differs from an earlier answer of this object if anything was written since. @throws HermesDatabaseError */
  dataVersion(): number {
    // Without locks SQLite notices nothing; the file's identity tells.
    if (this.immutable) return this.file.isCurrent() ? AT_REST : WRITTEN;
    return this.get('PRAGMA data_version')?.[0] as number;
  }

  /** @param parameters the first, where it is a text, a session's id; so, too, below @throws HermesDatabaseError */
  all(sql: string, ...parameters: SqlValue[]): SqlRow[] {
    const asked = this.keys.bound(sql, parameters);
    return this.#guarded(asked.sql, (statement) => statement.all(...asked.parameters));
  }

  /** @throws HermesDatabaseError */
  get(sql: string, ...parameters: SqlValue[]): SqlRow | undefined {
    const asked = this.keys.bound(sql, parameters);
    return this.#guarded(asked.sql, (statement) => statement.get(...asked.parameters));
  }

  /** Rows one by one, in one read transaction that ends with the loop. @throws HermesDatabaseError */
  *iterate(query: string, ...values: SqlValue[]): Generator<SqlRow, void, void> {
    const { sql, parameters } = this.keys.bound(query, values);
    let statement: SqliteStatement | undefined;
    try {
      statement = this.#statements.take(sql);
      // Not delegated by `yield*`, which V8 runs at a fraction of the speed.
      for (const row of statement.iterate(...parameters)) yield row;
    } catch (error) {
      this.#statements.forget(sql);
      throw this.file.explain(error);
    } finally {
      this.#statements.release(statement);
    }
    this.#confirm();
  }

  /** The same for rows by id, one by one; see `rowsById`. @throws HermesDatabaseError */
  iterateById(sql: string, ...parameters: SqlValue[]): Generator<SqlRow, void, void> {
    return rowsById(this, sql, parameters);
  }

  /**
   * Everything that `read` reads is of the same moment. Not to be nested.
   *
   * In rollback mode that would keep the writer waiting. There every query is of one moment for itself, and `read` is
   * given a number that the next transaction has too only if nothing was written from the beginning of this one on.
   * @param read is given the data version: the same for two moments between which nothing was written. It may be called
   * again from the beginning when what it read cannot count
   * @throws HermesDatabaseError, and whatever `read` throws
   */
  inOneTransaction<T>(read: (dataVersion: number) => T): T {
    return persevering(() => {
      if (this.immutable) return this.inARow(() => read(AT_REST));
      return this.keepsWriterWaiting ? read(this.dataVersion()) : this.#transaction.within(read);
    });
  }

  /** The same though it keeps the writer waiting. @throws HermesDatabaseError, and whatever `read` throws */
  holdingStill<T>(read: (dataVersion: number) => T): T {
    return this.immutable ? this.inOneTransaction(read) : persevering(() => this.#transaction.within(read));
  }

  /**
   * Transactions one after another, as one. Without locks, where the file is as it was at the end of the last one,
   * everything read until then was of the same moment: it is compared once for all of them.
   * @throws HermesDatabaseError, and whatever `read` throws
   */
  inARow<T>(read: () => T): T {
    if (this.keepsWriterWaiting) return read();
    if (!this.immutable) return this.#transaction.kept(read);
    if (this.#confirmsLater) return read();
    this.#confirmsLater = true;
    let result: T;
    try {
      result = read();
    } finally {
      this.#confirmsLater = false;
    }
    this.#confirm();
    return result;
  }

  /** Begins a transaction and makes it read, for only then is anything held still. @returns the data version */
  #begin(): number {
    const begin = (): number => {
      try {
        this.#connection.exec('BEGIN');
        return this.#statements.prepare('PRAGMA data_version').get()?.[0] as number;
      } catch (error) {
        this.#rollback();
        throw this.file.explain(error);
      }
    };
    return this.#waiting ? this.#waiting(begin) : begin();
  }

  /** Nothing was written, so there is nothing to lose; a failed statement may have ended it already. */
  #rollback(): void {
    try {
      this.#connection.exec('ROLLBACK');
    } catch {}
  }

  /**
   * From now on a lock of somebody else is waited for so long.
   * @param whileLocked called again and again meanwhile; to throw ends the wait
   */
  waitForLocks(busyTimeoutMs: number, whileLocked?: () => void): void {
    if (whileLocked) this.#waiting = (act) => patiently(act, busyTimeoutMs, whileLocked);
    else this.#connection.exec(`PRAGMA busy_timeout = ${Math.trunc(busyTimeoutMs)}`);
  }

  close(): void {
    this.#statements.clear();
    this.#connection.close();
  }

  #guarded<T>(sql: string, read: (statement: SqliteStatement) => T): T {
    const asked = this.#otherWays.of(sql);
    try {
      // In a transaction an error ends it: only all of it can be tried again.
      return this.#isPartOfMore
        ? this.#once(asked, read)
        : (this.#waiting ?? persevering)(() => this.#once(asked, read));
    } catch (error) {
      if (!isCorrupt(error)) throw error;
      return this.#otherWays.take(sql, (way) => this.#once(way, read), error);
    }
  }

  get #isPartOfMore(): boolean {
    return this.#confirmsLater || this.#transaction.isOpen;
  }

  #once<T>(sql: string, read: (statement: SqliteStatement) => T): T {
    try {
      const result = read(this.#statements.prepare(sql));
      this.#confirm();
      return result;
    } catch (error) {
      this.#statements.forget(sql);
      throw this.file.explain(error);
    }
  }

  #confirm(): void {
    if (!this.#confirmsLater) this.file.confirm();
  }
}
