import { renameSync, rmSync } from 'node:fs';
import type { SqlValue, WritableConnection, WriteStatement } from '../hermes/sqlite/driver.ts';
import { INDEXES, SCHEMA } from './database/schema.ts';
import type { MessageRow, SessionRow } from './rows.ts';

const MESSAGE_COLUMNS = [
  'session_id',
  'role',
  'content',
  'tool_call_id',
  'tool_calls',
  'tool_name',
  'timestamp',
  'token_count',
  'finish_reason',
  'active',
  'compacted',
] as const satisfies readonly (keyof MessageRow)[];

/** Enough for SQLite to work in long strides, little enough to keep its dirty pages small. */
const ROWS_PER_TRANSACTION = 4000;

const USAGE_COLUMNS = {
  id: 'session_id',
  model: 'model',
  billing_provider: 'billing_provider',
  api_call_count: 'api_call_count',
  input_tokens: 'input_tokens',
  output_tokens: 'output_tokens',
  cache_read_tokens: 'cache_read_tokens',
  cache_write_tokens: 'cache_write_tokens',
  reasoning_tokens: 'reasoning_tokens',
  estimated_cost_usd: 'estimated_cost_usd',
  started_at: 'first_seen',
  ended_at: 'last_seen',
} as const satisfies Partial<Record<keyof SessionRow, string>>;
const USED = Object.keys(USAGE_COLUMNS) as (keyof typeof USAGE_COLUMNS)[];

/**
 * A `state.db` in the making. Until `finish` it stands beside its place under another name, so that nobody ever
 * opens half a history, and so that it can be written without a journal.
 */
export class HistoryDatabase {
  readonly #path: string;
  readonly #database: WritableConnection;
  readonly #insertMessage: WriteStatement;
  readonly #insertUsage: WriteStatement;
  #insertSession: WriteStatement | undefined;
  #open = true;
  #pending = 0;

  private constructor(path: string, database: WritableConnection) {
    this.#path = path;
    this.#database = database;
    database.exec('PRAGMA journal_mode = OFF');
    database.exec('PRAGMA synchronous = OFF');
    // A session's row follows its messages, since it carries their sums.
    database.exec('PRAGMA foreign_keys = OFF');
    database.exec(SCHEMA);
    this.#insertMessage = database.prepareWrite(insertInto('messages', MESSAGE_COLUMNS));
    this.#insertUsage = database.prepareWrite(
      insertInto('session_model_usage', [...Object.values(USAGE_COLUMNS), 'task']),
    );
    database.exec('BEGIN');
  }

  /** Opens a new database that is to become `path`; whatever stands there is removed when it is finished. */
  static async create(path: string): Promise<HistoryDatabase> {
    // Loaded here: whoever merely offers to write a sample need not load SQLite.
    const { loadDriver } = await import('../hermes/sqlite/loadDriver.ts');
    const { driver } = await loadDriver();
    removeDatabase(`${path}.unfinished`);
    return new HistoryDatabase(path, driver.openWritable(`${path}.unfinished`, { busyTimeoutMs: 0 }));
  }

  addMessage(row: MessageRow): void {
    this.#insertMessage.run(
      row.session_id,
      row.role,
      row.content,
      row.tool_call_id,
      row.tool_calls,
      row.tool_name,
      row.timestamp,
      row.token_count,
      row.finish_reason,
      row.active,
      row.compacted,
    );
    if (++this.#pending >= ROWS_PER_TRANSACTION) {
      this.#database.exec('COMMIT; BEGIN');
      this.#pending = 0;
    }
  }

  addSession(row: SessionRow): void {
    this.#insertSession ??= this.#database.prepareWrite(insertInto('sessions', Object.keys(row)));
    this.#insertSession.run(...(Object.values(row) as SqlValue[]));
    this.#insertUsage.run(...USED.map((column) => row[column]), 'main');
  }

  /** Builds the indexes, turns the write-ahead log on as Hermes does, and puts the file in its place. */
  finish(): void {
    this.#database.exec('COMMIT');
    this.#database.exec(INDEXES);
    this.#database.exec('PRAGMA journal_mode = WAL');
    this.#close();
    removeDatabase(this.#path);
    renameSync(`${this.#path}.unfinished`, this.#path);
  }

  /** Gives up: nothing stays behind. Does nothing to a finished database. */
  discard(): void {
    if (!this.#open) return;
    this.#close();
    removeDatabase(`${this.#path}.unfinished`);
  }

  #close(): void {
    this.#open = false;
    this.#database.close();
  }
}

function insertInto(table: string, columns: readonly string[]): string {
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
}

function removeDatabase(path: string): void {
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(path + ending, { force: true });
}
