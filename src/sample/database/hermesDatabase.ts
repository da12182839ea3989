import type {
  SqliteStatement,
  SqlValue,
  WritableConnection,
  WriteStatement,
} from '../../hermes/sqlite/drivers/driver.ts';
import {
  MESSAGE_COLUMNS,
  type MessageColumn,
  type NewMessage,
  type SessionCells,
  type StoredMessage,
} from './rows.ts';

/** What columns hold that a message does not say. */
const DEFAULTS: { readonly [Column in MessageColumn]?: SqlValue } = {
  active: 1,
  compacted: 0,
  _compressed_summary: 0,
};

/**
 * An open, writable `state.db`, and the statements of which Hermes' transactions are made. Works on databases of older
 * schemas too: what they have no column for is not written, and reads as NULL.
 */
export class HermesDatabase {
  readonly connection: WritableConnection;
  readonly #columns: readonly MessageColumn[];
  readonly #insert: WriteStatement;
  readonly #rows: SqliteStatement;
  readonly #live: SqliteStatement;
  readonly #setState: WriteStatement;
  readonly #lastId: SqliteStatement;
  readonly #sessionColumns: ReadonlySet<string>;
  readonly #sessionStatements = new Map<string, WriteStatement>();
  #depth = 0;

  constructor(connection: WritableConnection) {
    this.connection = connection;
    const present = columnsOf(connection, 'messages');
    this.#columns = MESSAGE_COLUMNS.filter((column) => present.has(column));
    this.#sessionColumns = columnsOf(connection, 'sessions');
    const places = this.#columns.map(() => '?').join(', ');
    const columns = this.#columns.join(', ');
    this.#insert = connection.prepareWrite(`INSERT INTO messages (id, ${columns}) VALUES (?, ${places})`);
    const rows = `SELECT id, ${columns} FROM messages WHERE session_id = ?`;
    this.#rows = connection.prepare(`${rows} ORDER BY id`);
    this.#live = connection.prepare(`${rows} AND active = 1 ORDER BY id`);
    this.#setState = connection.prepareWrite('UPDATE messages SET active = ?, compacted = ? WHERE id = ?');
    this.#lastId = connection.prepare('SELECT last_insert_rowid()');
  }

  /** Does everything or nothing; within another transaction it is a part of that one. */
  transaction<T>(change: () => T): T {
    if (this.#depth > 0) return this.#within(change);
    this.connection.exec('BEGIN IMMEDIATE');
    try {
      const result = this.#within(change);
      this.connection.exec('COMMIT');
      return result;
    } catch (error) {
      this.#rollBack();
      throw error;
    }
  }

  /** Some errors end the transaction themselves, and it is they that matter. */
  #rollBack(): void {
    try {
      this.connection.exec('ROLLBACK');
    } catch {
      // There is nothing left to take back.
    }
  }

  #within<T>(change: () => T): T {
    this.#depth++;
    try {
      return change();
    } finally {
      this.#depth--;
    }
  }

  addMessage(message: NewMessage): void {
    const cells = this.#columns.map((column) => message[column] ?? DEFAULTS[column] ?? null);
    this.#insert.run(message.id ?? null, ...cells);
  }

  /** The id of the message that was added last. */
  lastMessageId(): number {
    return this.#lastId.get()?.[0] as number;
  }

  /** All rows of a session, by id. */
  messages(sessionId: string): StoredMessage[] {
    return this.#rows.all(sessionId).map((row) => this.#stored(row));
  }

  /** The rows of a session that its model would be sent, by id. */
  liveMessages(sessionId: string): StoredMessage[] {
    return this.#live.all(sessionId).map((row) => this.#stored(row));
  }

  #stored([id, ...cells]: SqlValue[]): StoredMessage {
    const entries = this.#columns.map((column, index) => [column, cells[index] ?? null] as const);
    return { id, ...Object.fromEntries(entries) } as StoredMessage;
  }

  /** 1/0 is live, 0/1 compacted away, 0/0 taken back. */
  setState(ids: Iterable<number>, active: 0 | 1, compacted: 0 | 1): void {
    for (const id of ids) this.#setState.run(active, compacted, id);
  }

  deleteMessages(ids: Iterable<number>): void {
    for (const id of ids) this.connection.run('DELETE FROM messages WHERE id = ?', id);
  }

  addSession(cells: SessionCells & { readonly id: string; readonly started_at: SqlValue }): void {
    const columns = Object.keys(cells).filter((column) => this.#sessionColumns.has(column));
    const places = columns.map(() => '?').join(', ');
    this.#sessionStatement(`INSERT INTO sessions (${columns.join(', ')}) VALUES (${places})`).run(
      ...columns.map((column) => cells[column] as SqlValue),
    );
  }

  updateSession(id: string, cells: SessionCells): void {
    const columns = Object.keys(cells).filter((column) => this.#sessionColumns.has(column));
    const changes = columns.map((column) => `${column} = ?`).join(', ');
    this.#sessionStatement(`UPDATE sessions SET ${changes} WHERE id = ?`).run(
      ...columns.map((column) => cells[column] as SqlValue),
      id,
    );
  }

  /** One column of one session; null where there is no such column. @throws Error where there is no such session */
  sessionCell(id: string, column: string): SqlValue {
    const known = this.#sessionColumns.has(column) ? column : 'NULL';
    const row = this.connection.prepare(`SELECT ${known} FROM sessions WHERE id = ?`).get(id);
    if (row === undefined) throw new Error(`There is no session ${id}`);
    return row[0] ?? null;
  }

  /** The same few statements come again and again. */
  #sessionStatement(sql: string): WriteStatement {
    const known = this.#sessionStatements.get(sql) ?? this.connection.prepareWrite(sql);
    this.#sessionStatements.set(sql, known);
    return known;
  }
}

function columnsOf(connection: WritableConnection, table: string): Set<string> {
  return new Set(
    connection
      .prepare(`SELECT name FROM pragma_table_info('${table}')`)
      .all()
      .map(([name]) => `${name}`),
  );
}
