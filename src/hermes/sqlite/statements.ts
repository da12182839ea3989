import type { SqliteConnection, SqliteStatement } from './drivers/driver.ts';

/** A connection's prepared statements, by their SQL. */
export class Statements {
  readonly #connection: SqliteConnection;
  readonly #prepared = new Map<string, SqliteStatement>();
  readonly #iterating = new Set<SqliteStatement>();

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
  }

  /** One that nobody is iterating over. @throws SQLite's error */
  prepare(sql: string): SqliteStatement {
    const known = this.#prepared.get(sql);
    if (known && !this.#iterating.has(known)) return known;
    const fresh = this.#connection.prepare(sql);
    if (!known) this.#prepared.set(sql, fresh);
    return fresh;
  }

  /** The same, for whoever iterates over it until `release`. @throws SQLite's error */
  take(sql: string): SqliteStatement {
    const statement = this.prepare(sql);
    this.#iterating.add(statement);
    return statement;
  }

  release(statement: SqliteStatement | undefined): void {
    if (statement) this.#iterating.delete(statement);
  }

  /** After an error: node:sqlite would throw the same one again at its next use. */
  forget(sql: string): void {
    this.#prepared.delete(sql);
  }

  clear(): void {
    this.#prepared.clear();
  }
}
