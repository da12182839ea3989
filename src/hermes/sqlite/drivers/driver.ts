/** A value as SQLite hands it out. Integers beyond 2^53 must be cast to REAL in the query: drivers differ on them. */
export type SqlValue = number | string | Uint8Array | null;

/** One result row, columns in the order of the query. */
export type SqlRow = SqlValue[];

/** A prepared query. Only one iteration of it may be open at a time. */
export interface SqliteStatement {
  get(...parameters: SqlValue[]): SqlRow | undefined;
  all(...parameters: SqlValue[]): SqlRow[];
  /** Rows one by one; ending the loop early ends the read transaction. */
  iterate(...parameters: SqlValue[]): IterableIterator<SqlRow>;
}

export interface SqliteConnection {
  prepare(sql: string): SqliteStatement;
  /** Runs statements whose rows, if any, nobody needs; only a `WritableConnection` may write by it. */
  exec(sql: string): void;
  close(): void;
}

/** A prepared statement that writes and returns nothing. */
export interface WriteStatement {
  run(...parameters: SqlValue[]): void;
}

/** A connection that may also write; for our own files and the sample, never for Hermes' database. */
export interface WritableConnection extends SqliteConnection {
  run(sql: string, ...parameters: SqlValue[]): void;
  /** For a statement that runs many times. */
  prepareWrite(sql: string): WriteStatement;
}

/** What we need of SQLite, so that either of two libraries can do the work. */
export interface SqliteDriver {
  readonly name: 'better-sqlite3' | 'node:sqlite';
  /** Text arrives as it is stored, also after a NUL. */
  readonly wholeText: boolean;
  /** Opens an existing file; never creates it. @throws the library's own error */
  openReadOnly(path: string, options: { readonly busyTimeoutMs: number }): SqliteConnection;
  /**
   * Opens a file that nobody writes, without locks and without making files beside it (SQLite's `immutable`).
   * Null where no library at hand can do that.
   */
  readonly openImmutable: ((path: string) => SqliteConnection) | null;
  /** Opens or creates a file for writing. */
  openWritable(path: string, options: { readonly busyTimeoutMs: number }): WritableConnection;
  /** The name of the primary result code of an error thrown by this driver, such as `SQLITE_BUSY`. */
  resultCode(error: unknown): string | undefined;
}
