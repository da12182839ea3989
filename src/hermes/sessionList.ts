import type { DatabaseConnection } from './databaseConnection.ts';
import type { Schema } from './schema.ts';
import { listHeaders, type SessionHeader } from './sessionHeader.ts';
import type { SqlRow } from './sqlite/driver.ts';

/** The sessions of one database, handed over anew only when a value that we use has changed. */
export class SessionList {
  readonly #connection: DatabaseConnection;
  readonly #schema: Schema;
  readonly #markQuery: string;
  #mark: SqlRow = [];
  #headers: readonly SessionHeader[] | undefined;

  constructor(connection: DatabaseConnection, schema: Schema) {
    this.#connection = connection;
    this.#schema = schema;
    const used = ['source', 'model', 'title', 'archived'].map((column) => schema.read('sessions', column));
    // One long string of all values costs a third of handing over the rows that they stand in.
    this.#markQuery = `SELECT count(*), total(started_at),
      group_concat(concat(id, char(31), ${used.join(', char(31), ')}), char(30)) FROM sessions`;
  }

  /**
   * Every session, latest first; the same array as the last time when nothing about them has changed.
   * @throws HermesDatabaseError
   */
  read(): readonly SessionHeader[] {
    const mark = this.#connection.get(this.#markQuery) ?? [];
    if (!this.#headers || mark.some((value, column) => value !== this.#mark[column])) {
      this.#headers = listHeaders(this.#connection, this.#schema);
      this.#mark = mark;
    }
    return this.#headers;
  }
}
