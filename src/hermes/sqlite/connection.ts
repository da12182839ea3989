import { problem } from '../../words/problem.ts';
import { type Access, accessTo, openFor } from './access.ts';
import { describeOpenError, describeSqliteError, HermesDatabaseError } from './databaseError.ts';
import { type FileIdentity, identify, isSameFile, isUntouched, logOf } from './databaseFile.ts';
import type { SqliteConnection, SqliteDriver, SqliteStatement, SqlRow, SqlValue } from './drivers/driver.ts';
import { SessionKeys } from './keys.ts';
import { patiently } from './lockWait.ts';
import { isCorrupt, OtherWays } from './otherWays.ts';
import { persevering } from './perseverance.ts';
import { ReadTransaction } from './readTransaction.ts';

/** The data version of a file that is read without locks, while it is as it was when opened: SQLite's own begin with 1. */
const AT_REST = 0;
const WRITTEN = 1;
/** Where a reader keeps the writer waiting, it lets go after so many rows. */
const ROWS_A_LOCK = 1_000;

/** One read-only connection, its statements, and the file as it was when opened. */
export class DatabaseConnection {
  readonly path: string;
  readonly #driver: SqliteDriver;
  readonly #connection: SqliteConnection;
  readonly #access: Access;
  readonly #opened: FileIdentity;
  readonly #statements = new Map<string, SqliteStatement>();
  readonly #iterating = new Set<SqliteStatement>();
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

  readonly #sessionKeys = new SessionKeys(
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
    this.#driver = driver;
    this.#access = access;
    this.#opened = opened;
    this.#connection = openFor(access, opened.target, driver, { busyTimeoutMs });
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

  /** Which file this is, whatever it is called: device and inode. */
  get fileKey(): string {
    return `${this.#opened.device}:${this.#opened.inode}`;
  }

  /** The size of the file when it was opened. */
  get bytes(): number {
    return Number(this.#opened.size);
  }

  /** Nobody else has the database open, and reading takes no locks. */
  get immutable(): boolean {
    return this.#access === 'immutable';
  }

  /** The log that is read together with the file; null without one. */
  get logPath(): string | null {
    return this.#access === 'shared' ? logOf(this.#opened.target) : null;
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
    if (this.immutable) return this.isCurrent() ? AT_REST : WRITTEN;
    return this.get('PRAGMA data_version')?.[0] as number;
  }

  /** False once the file was removed or replaced, or another way of reading it has become the right one. */
  isCurrent(): boolean {
    const now = identify(this.path, this.#opened);
    if (!now) return false;
    if (this.#access === 'immutable') return isUntouched(now, this.#opened);
    // A log that was there when we opened must be the same still, or SQLite is reading one that nobody writes.
    const hasItsLog = this.#opened.log === null || this.#opened.log === now.log;
    return isSameFile(now, this.#opened) && hasItsLog;
  }

  /** Some session's id is a BLOB: pages of a log do not tell it. @throws HermesDatabaseError */
  get hasBlobKeys(): boolean {
    return this.#sessionKeys.areSomeBlobs;
  }

  /**
   * Sessions whose ids are decoded alike, such as a text and a BLOB of the same bytes: the names of each such group by what
   * is decoded of it. Whatever was read of them together has to be read of each by its name.
   * @param decoded ids as they were met @throws HermesDatabaseError
   */
  sessionsAlike(decoded: Iterable<string>): ReadonlyMap<string, readonly string[]> {
    return this.#sessionKeys.alike(decoded);
  }

  /** @param parameters the first, where it is a text, a session's id; so, too, below @throws HermesDatabaseError */
  all(sql: string, ...parameters: SqlValue[]): SqlRow[] {
    const asked = this.#asStored(sql, parameters);
    return this.#guarded(asked.sql, (statement) => statement.all(...asked.parameters));
  }

  /** @throws HermesDatabaseError */
  get(sql: string, ...parameters: SqlValue[]): SqlRow | undefined {
    const asked = this.#asStored(sql, parameters);
    return this.#guarded(asked.sql, (statement) => statement.get(...asked.parameters));
  }

  /** Rows one by one, in one read transaction that ends with the loop. @throws HermesDatabaseError */
  *iterate(query: string, ...values: SqlValue[]): Generator<SqlRow, void, void> {
    const { sql, parameters } = this.#asStored(query, values);
    const before = this.#contents();
    let statement: SqliteStatement | undefined;
    try {
      statement = this.#prepare(sql);
      this.#iterating.add(statement);
      // Not delegated by `yield*`, which V8 runs at a fraction of the speed.
      for (const row of statement.iterate(...parameters)) yield row;
    } catch (error) {
      this.#statements.delete(sql); // node:sqlite would throw the same error again at its next use
      throw this.#explain(error, before);
    } finally {
      if (statement) this.#iterating.delete(statement);
    }
    this.#confirm(before);
  }

  /**
   * The same for rows by id, in several transactions where one would keep the writer waiting. Where an index is damaged,
   * it goes on another way after the last row that came.
   * @param sql a query whose first column is the id, in rising order, and whose last parameter the id to begin after
   * @throws HermesDatabaseError
   */
  *iterateById(sql: string, ...parameters: SqlValue[]): Generator<SqlRow, void, void> {
    const others = parameters.slice(0, -1);
    let last = parameters.at(-1)!;
    // Beyond 2^53 an id that was read is not exact: rows are counted from the last one that was.
    let since = 0;
    if (!this.keepsWriterWaiting) {
      try {
        for (const row of this.iterate(sql, ...parameters)) {
          if (Number.isSafeInteger(row[0])) [last, since] = [row[0]!, 0];
          else since++;
          yield row;
        }
        return;
      } catch (error) {
        if (!isCorrupt(error)) throw error;
      }
    }
    for (;;) {
      const rows = this.all(
        `${sql} LIMIT ${ROWS_A_LOCK}${since > 0 ? ` OFFSET ${since}` : ''}`,
        ...others,
        last,
      );
      for (const row of rows) yield row;
      if (rows.length < ROWS_A_LOCK) return;
      const end = rows.findLastIndex(([id]) => Number.isSafeInteger(id));
      if (end >= 0) [last, since] = [rows[end]![0]!, 0];
      since += rows.length - 1 - end;
    }
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
    this.#confirm(this.#opened);
    return result;
  }

  /** Begins a transaction and makes it read, for only then is anything held still. @returns the data version */
  #begin(): number {
    const begin = (): number => {
      try {
        this.#connection.exec('BEGIN');
        return this.#prepare('PRAGMA data_version').get()?.[0] as number;
      } catch (error) {
        this.#rollback();
        throw this.#explain(error, null);
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

  /** The query for a session as its id is stored, which may be no text. */
  #asStored(sql: string, parameters: SqlValue[]): { readonly sql: string; readonly parameters: SqlValue[] } {
    const [name, ...others] = parameters;
    if (typeof name !== 'string') return { sql, parameters };
    const bound = this.#sessionKeys.bound(sql, name);
    return bound.key === name ? { sql, parameters } : { sql: bound.sql, parameters: [bound.key, ...others] };
  }

  #prepare(sql: string): SqliteStatement {
    const known = this.#statements.get(sql);
    if (known && !this.#iterating.has(known)) return known;
    const fresh = this.#connection.prepare(sql);
    if (!known) this.#statements.set(sql, fresh);
    return fresh;
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
    const before = this.#contents();
    try {
      const result = read(this.#prepare(sql));
      this.#confirm(before);
      return result;
    } catch (error) {
      this.#statements.delete(sql);
      throw this.#explain(error, before);
    }
  }

  /** The state that a read without a lock must begin and end with; null where SQLite holds it still. */
  #contents(): FileIdentity | null {
    return this.immutable ? this.#opened : null;
  }

  #confirm(before: FileIdentity | null): void {
    if (before && !this.#confirmsLater && this.#hasChangedSince(before)) throw this.#changed();
  }

  #explain(error: unknown, before: FileIdentity | null): unknown {
    if (before && this.#hasChangedSince(before)) return this.#changed();
    return describeSqliteError(error, this.#driver, this.path);
  }

  #hasChangedSince(before: FileIdentity): boolean {
    const now = identify(this.path, this.#opened);
    return !now || !isUntouched(now, before);
  }

  #changed(): HermesDatabaseError {
    return new HermesDatabaseError('changed', problem('database.changed', this.path));
  }
}
