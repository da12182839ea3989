import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { CellValue, SpecialValue, UsageCase, UsageStep } from './usageCases.ts';

/** The tables of the cases, as test/golden/usage/README.md lists them; each definition begins with the column's name. */
const TABLES: Readonly<Record<string, readonly string[]>> = {
  sessions:
    `id TEXT PRIMARY KEY, source TEXT, created_source TEXT, user_id TEXT, session_key TEXT, model TEXT, model_config TEXT, parent_session_id TEXT, started_at REAL, ended_at REAL, end_reason TEXT, message_count INTEGER DEFAULT 0, tool_call_count INTEGER DEFAULT 0, input_tokens INTEGER DEFAULT 0, output_tokens INTEGER DEFAULT 0, cache_read_tokens INTEGER DEFAULT 0, cache_write_tokens INTEGER DEFAULT 0, reasoning_tokens INTEGER DEFAULT 0, cwd TEXT, git_branch TEXT, git_repo_root TEXT, billing_provider TEXT, billing_base_url TEXT, billing_mode TEXT, estimated_cost_usd REAL, actual_cost_usd REAL, cost_status TEXT, cost_source TEXT, title TEXT, title_source TEXT, last_activity_at REAL, api_call_count INTEGER DEFAULT 0, rewind_count INTEGER DEFAULT 0, archived INTEGER DEFAULT 0, pinned INTEGER DEFAULT 0, hidden INTEGER DEFAULT 0`.split(
      ', ',
    ),
  messages:
    `id INTEGER PRIMARY KEY AUTOINCREMENT, session_id TEXT, role TEXT, content TEXT, tool_call_id TEXT, tool_calls TEXT, tool_name TEXT, timestamp REAL, token_count INTEGER, finish_reason TEXT, observed INTEGER DEFAULT 0, _compressed_summary INTEGER DEFAULT 0, active INTEGER DEFAULT 1, compacted INTEGER DEFAULT 0, display_kind TEXT, display_metadata TEXT, display_identity BLOB, display_order INTEGER, message_uid TEXT`.split(
      ', ',
    ),
  session_model_usage:
    `session_id TEXT, model TEXT, billing_provider TEXT DEFAULT '', billing_base_url TEXT DEFAULT '', billing_mode TEXT DEFAULT '', task TEXT DEFAULT '', api_call_count INTEGER DEFAULT 0, input_tokens INTEGER DEFAULT 0, output_tokens INTEGER DEFAULT 0, cache_read_tokens INTEGER DEFAULT 0, cache_write_tokens INTEGER DEFAULT 0, reasoning_tokens INTEGER DEFAULT 0, estimated_cost_usd REAL DEFAULT 0, actual_cost_usd REAL DEFAULT 0, cost_status TEXT, cost_source TEXT, first_seen REAL, last_seen REAL`.split(
      ', ',
    ),
};

/** The homes of one case, below a folder of its own; Hermes rests in them between its steps. */
export class CaseHome {
  /** The home that the command line is given. */
  readonly root: string;
  readonly #case: UsageCase;

  constructor(usageCase: UsageCase) {
    this.root = realpathSync(mkdtempSync(join(tmpdir(), 'hermes-usage-')));
    this.#case = usageCase;
  }

  /** Does to the history what a step says. @param now epoch milliseconds */
  apply({ home = '', insert = {}, update = [], delete: deletions = [] }: UsageStep, now: number): void {
    const path = join(this.root, home);
    mkdirSync(path, { recursive: true });
    const database = new Database(join(path, 'state.db'));
    // No test outlives the machine.
    database.pragma('synchronous = OFF');
    try {
      this.#ensureTables(database);
      database.exec('BEGIN');
      for (const [table, rows] of Object.entries(insert))
        for (const row of rows) insertRow(database, table, row, now);
      for (const { table, where, set } of update) {
        const changes = Object.keys(set).map((column) => `${column} = ?`);
        change(database, `UPDATE ${table} SET ${changes.join(', ')}`, Object.values(set), where, now);
      }
      for (const { table, where } of deletions) change(database, `DELETE FROM ${table}`, [], where, now);
      database.exec('COMMIT');
    } finally {
      database.close();
    }
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  #ensureTables(database: Database.Database): void {
    database.pragma('journal_mode = WAL');
    for (const [table, columns] of Object.entries(TABLES)) {
      const chosen = this.#case.schema?.[table];
      if (chosen === null) continue;
      const definitions = chosen
        ? chosen.map((name) => columns.find((column) => column.startsWith(`${name} `))!)
        : columns;
      database.exec(`CREATE TABLE IF NOT EXISTS ${table} (${definitions.join(', ')})`);
    }
  }
}

type Row = Readonly<Record<string, CellValue>>;

function insertRow(database: Database.Database, table: string, row: Row, now: number): void {
  const columns = Object.keys(row);
  const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
  database.prepare(sql).run(...Object.values(row).map((value) => cell(value, now)));
}

function change(
  database: Database.Database,
  sql: string,
  values: readonly CellValue[],
  where: Row,
  now: number,
): void {
  const conditions = Object.keys(where).map((column) => `${column} IS ?`);
  const filter = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
  database
    .prepare(sql + filter)
    .run(...[...values, ...Object.values(where)].map((value) => cell(value, now)));
}

/** A value of a case as SQLite stores it. */
function cell(value: CellValue, now: number): string | number | Buffer | null {
  if (typeof value === 'string' && value.startsWith('@')) return Date.parse(value.slice(1)) / 1000;
  if (value === null || typeof value !== 'object') return value;
  const { $ago, time, $blob, $real, $repeat } = value as SpecialValue;
  if ($ago !== undefined) return localTime(now, $ago, time ?? '12:00');
  if ($blob !== undefined) return Buffer.from($blob, 'hex');
  if ($real !== undefined) return Number($real.replace('inf', 'Infinity'));
  if ($repeat !== undefined) return $repeat[0].repeat($repeat[1]);
  return JSON.stringify(value);
}

/** The moment at which the clock here shows a time, so many days before today. */
function localTime(now: number, daysAgo: number, time: string): number {
  const date = new Date(now);
  const [hours, minutes] = time.split(':').map(Number);
  return (
    new Date(date.getFullYear(), date.getMonth(), date.getDate() - daysAgo, hours, minutes).getTime() / 1000
  );
}
