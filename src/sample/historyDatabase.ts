import { renameSync, rmSync } from 'node:fs';
import type { Database, Statement } from 'better-sqlite3';
import type { MessageRow, SessionRow } from './rows.ts';
import { INDEXES, SCHEMA } from './schema.ts';

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

const USAGE = `INSERT INTO session_model_usage (session_id, model, billing_provider, task, api_call_count, input_tokens,
  output_tokens, cache_read_tokens, cache_write_tokens, reasoning_tokens, estimated_cost_usd, first_seen, last_seen)
  VALUES (@id, @model, @billing_provider, 'main', @api_call_count, @input_tokens, @output_tokens, @cache_read_tokens,
  @cache_write_tokens, @reasoning_tokens, @estimated_cost_usd, @started_at, @ended_at)`;

/**
 * A `state.db` in the making. Until `finish` it stands beside its place under another name, so that nobody ever
 * opens half a history, and so that it can be written without a journal.
 */
export class HistoryDatabase {
  readonly #path: string;
  readonly #database: Database;
  readonly #insertMessage: Statement;
  readonly #insertUsage: Statement;
  #insertSession: Statement | undefined;
  #pending = 0;

  private constructor(path: string, database: Database) {
    this.#path = path;
    this.#database = database;
    database.pragma('journal_mode = OFF');
    database.pragma('synchronous = OFF');
    // A session's row follows its messages, since it carries their sums.
    database.pragma('foreign_keys = OFF');
    database.exec(SCHEMA);
    const places = MESSAGE_COLUMNS.map(() => '?').join(', ');
    this.#insertMessage = database.prepare(
      `INSERT INTO messages (${MESSAGE_COLUMNS.join(', ')}) VALUES (${places})`,
    );
    this.#insertUsage = database.prepare(USAGE);
    database.exec('BEGIN');
  }

  /** Opens a new database that is to become `path`; whatever stands there is removed when it is finished. */
  static async create(path: string): Promise<HistoryDatabase> {
    // Loaded here: whoever merely offers to write a sample need not load SQLite.
    const { default: Sqlite } = await import('better-sqlite3');
    removeDatabase(`${path}.unfinished`);
    return new HistoryDatabase(path, new Sqlite(`${path}.unfinished`));
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
    this.#insertSession ??= this.#prepareSession(Object.keys(row));
    this.#insertSession.run(row);
    this.#insertUsage.run(row);
  }

  #prepareSession(columns: readonly string[]): Statement {
    const places = columns.map((column) => `@${column}`).join(', ');
    return this.#database.prepare(`INSERT INTO sessions (${columns.join(', ')}) VALUES (${places})`);
  }

  /** Builds the indexes, turns the write-ahead log on as Hermes does, and puts the file in its place. */
  finish(): void {
    this.#database.exec('COMMIT');
    this.#database.exec(INDEXES);
    this.#database.pragma('journal_mode = WAL');
    this.#database.close();
    removeDatabase(this.#path);
    renameSync(`${this.#path}.unfinished`, this.#path);
  }

  /** Gives up: nothing stays behind. Does nothing to a finished database. */
  discard(): void {
    if (!this.#database.open) return;
    this.#database.close();
    removeDatabase(`${this.#path}.unfinished`);
  }
}

function removeDatabase(path: string): void {
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(path + ending, { force: true });
}
