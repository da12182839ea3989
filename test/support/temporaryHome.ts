import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** A cell as SQLite stores it, so that a test may put anything anywhere. */
export type Cell = string | number | bigint | Uint8Array | null;

/** Any columns of `sessions`; `id` and `started_at` get values of their own when left out. */
export type SessionCells = Readonly<Record<string, Cell>>;
/** Any columns of `messages`; `role` and `timestamp` get values of their own when left out. */
export type MessageCells = Readonly<Record<string, Cell>>;

/** Which columns a database has besides those that it cannot do without. */
export interface SchemaChoice {
  /** Column definitions after `id` and `started_at`. */
  readonly sessions: readonly string[];
  /** Column definitions after `id`, `session_id`, `role` and `timestamp`. */
  readonly messages: readonly string[];
  readonly indexes: boolean;
}

/** The columns of today's Hermes that this project knows. */
export const FULL_SCHEMA: SchemaChoice = {
  sessions: [
    'source TEXT',
    'model TEXT',
    'title TEXT',
    'parent_session_id TEXT',
    'end_reason TEXT',
    'archived INTEGER NOT NULL DEFAULT 0',
    'hidden INTEGER NOT NULL DEFAULT 0',
    'created_source TEXT',
    'model_config TEXT',
    'ended_at REAL',
    'last_activity_at REAL',
    'session_key TEXT',
    'cwd TEXT',
    'git_branch TEXT',
    'git_repo_root TEXT',
    'input_tokens INTEGER DEFAULT 0',
    'output_tokens INTEGER DEFAULT 0',
    'cache_read_tokens INTEGER DEFAULT 0',
    'cache_write_tokens INTEGER DEFAULT 0',
    'reasoning_tokens INTEGER DEFAULT 0',
    'estimated_cost_usd REAL',
    'actual_cost_usd REAL',
    'api_call_count INTEGER DEFAULT 0',
  ],
  messages: [
    'content TEXT',
    'tool_calls TEXT',
    'tool_name TEXT',
    'active INTEGER NOT NULL DEFAULT 1',
    'compacted INTEGER NOT NULL DEFAULT 0',
    'tool_call_id TEXT',
    'message_uid TEXT',
    'display_kind TEXT',
    '_compressed_summary INTEGER DEFAULT 0',
  ],
  indexes: true,
};

/** Only what every Hermes database has. */
export const SMALLEST_SCHEMA: SchemaChoice = { sessions: [], messages: [], indexes: false };

export interface TemporaryHomeOptions {
  readonly schema?: SchemaChoice;
  readonly journalMode?: 'wal' | 'delete';
  readonly encoding?: 'UTF-8' | 'UTF-16le' | 'UTF-16be';
}

const FIRST_MOMENT = 1_750_000_000;

/**
 * A Hermes home in a temporary directory, with a real `state.db` that a test fills and changes as Hermes would.
 * Its connection is the live Hermes process; `rest` ends it, as when the user quits Hermes.
 */
export class TemporaryHome {
  /** The home, by its real path. */
  readonly path: string;
  readonly databasePath: string;
  readonly #schema: SchemaChoice;
  #database: Database.Database | undefined;
  #clock = FIRST_MOMENT;

  private constructor(path: string, schema: SchemaChoice) {
    this.path = path;
    this.databasePath = join(path, 'state.db');
    this.#schema = schema;
  }

  static create(options: TemporaryHomeOptions = {}): TemporaryHome {
    const { schema = FULL_SCHEMA, journalMode = 'wal', encoding = 'UTF-8' } = options;
    const home = new TemporaryHome(TemporaryHome.emptyDirectory(), schema);
    home.sql.pragma(`encoding = '${encoding}'`);
    home.sql.pragma(`journal_mode = ${journalMode}`);
    // No test outlives the machine.
    home.sql.pragma('synchronous = OFF');
    home.sql.exec(tables(schema));
    return home;
  }

  /** A directory without anything in it, for homes that are not there yet or are made of other things. */
  static emptyDirectory(): string {
    return realpathSync(mkdtempSync(join(tmpdir(), 'hermes-home-')));
  }

  /** The writing connection, for whatever the methods below do not say. */
  get sql(): Database.Database {
    this.#database ??= new Database(this.databasePath);
    return this.#database;
  }

  /** Closes the writing connection, which leaves `state.db` alone in its directory. Writing opens it again. */
  rest(): void {
    this.#database?.close();
    this.#database = undefined;
  }

  /** Adds a session; returns its id. */
  addSession(cells: SessionCells = {}, messages: readonly MessageCells[] = []): string {
    const id = cells['id'] ?? `session-${this.#count('sessions') + 1}`;
    this.#insert('sessions', { started_at: this.#tick(), ...cells, id });
    for (const message of messages) this.addMessage(String(id), message);
    return String(id);
  }

  /** Adds a message; returns its id. */
  addMessage(sessionId: Cell, cells: MessageCells = {}): number {
    return this.#insert('messages', {
      role: 'user',
      timestamp: this.#tick(),
      session_id: sessionId,
      ...cells,
    });
  }

  editMessage(id: number, cells: MessageCells): void {
    this.#update('messages', id, cells);
  }

  /** Takes back messages, as undo does. */
  rewind(...ids: readonly number[]): void {
    for (const id of ids) this.#update('messages', id, { active: 0, compacted: 0 });
  }

  /** Folds messages into a summary, as context compaction does. */
  compact(...ids: readonly number[]): void {
    for (const id of ids) this.#update('messages', id, { active: 0, compacted: 1 });
  }

  editSession(id: string, cells: SessionCells): void {
    this.#update('sessions', id, cells);
  }

  archive(id: string): void {
    this.editSession(id, { archived: 1 });
  }

  deleteSession(id: string): void {
    this.sql.prepare('DELETE FROM messages WHERE session_id = ?').run(id);
    this.sql.prepare('DELETE FROM sessions WHERE id = ?').run(id);
  }

  deleteMessage(id: number): void {
    this.sql.prepare('DELETE FROM messages WHERE id = ?').run(id);
  }

  /** Removes the home and everything in it. */
  remove(): void {
    this.rest();
    rmSync(this.path, { recursive: true, force: true });
  }

  #tick(): number {
    this.#clock += 60;
    return this.#clock;
  }

  #count(table: string): number {
    return this.sql.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
  }

  /** Cells for columns that the chosen schema lacks are left out. */
  #insert(table: 'sessions' | 'messages', cells: Readonly<Record<string, Cell>>): number {
    const known = columnNames(table, this.#schema);
    const columns = Object.keys(cells).filter((column) => known.has(column));
    const places = columns.map(() => '?').join(', ');
    const { lastInsertRowid } = this.sql
      .prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`)
      .run(...columns.map((column) => cells[column] as Cell));
    return Number(lastInsertRowid);
  }

  #update(table: string, id: Cell, cells: Readonly<Record<string, Cell>>): void {
    const assignments = Object.keys(cells).map((column) => `${column} = ?`);
    this.sql
      .prepare(`UPDATE ${table} SET ${assignments.join(', ')} WHERE id = ?`)
      .run(...Object.values(cells), id);
  }
}

const REQUIRED_SESSION_COLUMNS = ['id TEXT PRIMARY KEY', 'started_at REAL'];
const REQUIRED_MESSAGE_COLUMNS = [
  'id INTEGER PRIMARY KEY AUTOINCREMENT',
  'session_id TEXT',
  'role TEXT',
  'timestamp REAL',
];

function tables(schema: SchemaChoice): string {
  const sessions = [...REQUIRED_SESSION_COLUMNS, ...schema.sessions].join(', ');
  const messages = [...REQUIRED_MESSAGE_COLUMNS, ...schema.messages].join(', ');
  const indexes = ['CREATE INDEX idx_messages_session ON messages(session_id, timestamp)'];
  if (columnNames('messages', schema).has('active')) {
    indexes.push('CREATE INDEX idx_messages_session_active ON messages(session_id, active, timestamp)');
  }
  return [
    `CREATE TABLE sessions (${sessions})`,
    `CREATE TABLE messages (${messages})`,
    ...(schema.indexes ? indexes : []),
  ].join(';');
}

function columnNames(table: 'sessions' | 'messages', schema: SchemaChoice): Set<string> {
  const required = table === 'sessions' ? REQUIRED_SESSION_COLUMNS : REQUIRED_MESSAGE_COLUMNS;
  return new Set([...required, ...schema[table]].map((definition) => definition.split(' ', 1)[0] as string));
}
