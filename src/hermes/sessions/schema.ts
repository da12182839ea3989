import { problem } from '../../words/problem.ts';
import type { DatabaseConnection } from '../sqlite/connection.ts';
import { HermesDatabaseError } from '../sqlite/databaseError.ts';

/** Columns without which a history cannot be read at all; any other may be missing and reads as its default. */
const REQUIRED = {
  sessions: ['id', 'started_at'],
  messages: ['id', 'session_id', 'role', 'timestamp'],
} as const;

type Table = keyof typeof REQUIRED;

/** Which columns this database has. Hermes has had many schema versions. */
export class Schema {
  readonly #columns: Readonly<Record<Table, ReadonlySet<string>>>;
  /** Text is stored as UTF-16. */
  readonly utf16: boolean;

  private constructor(columns: Record<Table, ReadonlySet<string>>, utf16: boolean) {
    this.#columns = columns;
    this.utf16 = utf16;
  }

  /** @throws HermesDatabaseError when a table or a column is missing that nothing can be read without */
  static read(connection: DatabaseConnection): Schema {
    const columns = {
      sessions: columnsOf(connection, 'sessions'),
      messages: columnsOf(connection, 'messages'),
    };
    const encoding = connection.get('PRAGMA encoding')?.[0];
    return new Schema(columns, typeof encoding === 'string' && encoding.startsWith('UTF-16'));
  }

  has(table: Table, column: string): boolean {
    return this.#columns[table].has(column);
  }

  /** An expression that reads a column, or its default where the table lacks it. */
  read(table: Table, column: string, absent = 'NULL'): string {
    return this.has(table, column) ? `${table}.${column}` : absent;
  }

  /** 1 for a row of the live conversation, else 0. Rows of a schema without the column are all live. */
  get activeRow(): string {
    return this.has('messages', 'active') ? 'messages.active = 1' : '1';
  }

  /** Rows of the live conversation and those that compaction folded away; not the rewound ones. */
  get keptRow(): string {
    if (!this.has('messages', 'active')) return '1';
    return this.has('messages', 'compacted')
      ? '(messages.active = 1 OR messages.compacted = 1)'
      : 'messages.active = 1';
  }
}

/** A text that depends on the schema alone, built once for each: building a query takes longer than a short answer to it. */
export function perSchema(build: (schema: Schema) => string): (schema: Schema) => string {
  const built = new WeakMap<Schema, string>();
  return (schema) => {
    let text = built.get(schema);
    if (text === undefined) {
      text = build(schema);
      built.set(schema, text);
    }
    return text;
  };
}

/**
 * The columns of a table; none where there is none. What only looks like a table has none: a view may compute without
 * end, a virtual table run anything, and a table without row ids is none that Hermes made.
 */
export function columnsOfTable(connection: DatabaseConnection, table: string): ReadonlySet<string> {
  const rows = connection.all(
    `SELECT lower(columns.name) FROM pragma_table_list('${table}') AS tables, pragma_table_info('${table}') AS columns
     WHERE tables.schema = 'main' AND tables.type = 'table' AND NOT tables.wr`,
  );
  return new Set(rows.map(([name]) => String(name)));
}

/** @throws HermesDatabaseError where the table, or a column of it, is missing without which nothing can be read */
function columnsOf(connection: DatabaseConnection, table: Table): ReadonlySet<string> {
  const columns = columnsOfTable(connection, table);
  if (columns.size === 0) {
    throw new HermesDatabaseError('missing-table', problem('database.noTable', connection.path, table));
  }
  const missing = REQUIRED[table].find((column) => !columns.has(column));
  if (missing !== undefined) {
    throw new HermesDatabaseError(
      'missing-column',
      problem('database.noColumn', connection.path, table, missing),
    );
  }
  return columns;
}
