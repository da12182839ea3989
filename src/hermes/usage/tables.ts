import { momentOf } from '../sessions/moments.ts';
import { columnsOfTable, type Schema } from '../sessions/schema.ts';
import type { DatabaseConnection } from '../sqlite/connection.ts';
import { markOfRow } from './mark.ts';

/** Hermes' account of what models used, beside the counters that its sessions have. Its early versions keep none. */
const ACCOUNT = 'session_model_usage';

/** Of what was used: by what uses are told apart, what is said of the cost, then what was used. */
const KEYS = ['model', 'billing_provider', 'billing_base_url', 'billing_mode'];
const STATUS = 'cost_status';
const COUNTERS = [
  'input_tokens',
  'output_tokens',
  'cache_read_tokens',
  'cache_write_tokens',
  'api_call_count',
  'reasoning_tokens',
];
const COSTS = ['estimated_cost_usd', 'actual_cost_usd'];

/** Beyond it a number loses its last digit. */
const MOST = Number.MAX_SAFE_INTEGER;
/** What tells where a session belongs, beside its start. */
const PLACE = ['created_source', 'source', 'git_repo_root', 'cwd', 'parent_session_id'];
const GREATEST_NUMBER = '1.7976931348623157e308';

/** The tables that speak of usage, as far as a database has them: any column may be missing (usage.md, "What counts"). */
export class UsageTables {
  readonly #schema: Schema;
  readonly #account: ReadonlySet<string>;

  private constructor(schema: Schema, account: ReadonlySet<string>) {
    this.#schema = schema;
    this.#account = account;
  }

  /** @throws HermesDatabaseError */
  static read(connection: DatabaseConnection, schema: Schema): UsageTables {
    return new UsageTables(schema, columnsOfTable(connection, ACCOUNT));
  }

  /** Hermes keeps account of auxiliary models. */
  get haveAccount(): boolean {
    return this.#account.has('session_id');
  }

  /** Columns that say what a session's own counters hold, and where it belongs. */
  get sessionColumns(): string {
    const read = (column: string) => this.#schema.read('sessions', column);
    const moment = (column: string) =>
      this.#schema.has('sessions', column) ? momentOf(`sessions.${column}`) : 'NULL';
    const [id, place] = ['sessions.id', PLACE.map(read)];
    const use = useColumns(read, 'NULL');
    return [id, this.#ownMark, moment('started_at'), moment('last_activity_at'), ...place, ...use].join(', ');
  }

  /** Columns of a row of the account; what `sessionColumns` says of a session's own counters, then when it was used. */
  get rowColumns(): string {
    const read = (column: string) => (this.#account.has(column) ? `${ACCOUNT}.${column}` : 'NULL');
    const moment = (column: string) =>
      this.#account.has(column) ? momentOf(`${ACCOUNT}.${column}`) : 'NULL';
    const use = useColumns(read, read('task'));
    return [...use, moment('first_seen'), moment('last_seen'), this.#rowMark].join(', ');
  }

  /** Of every session its mark, as far as it follows from its own row. */
  get ownMarksQuery(): string {
    return `SELECT id, ${this.#ownMark} FROM sessions WHERE id IS NOT NULL`;
  }

  /** Of every session that has rows in the account what they add to its mark. */
  get rowMarksQuery(): string {
    return `SELECT session_id, sum(${this.#rowMark}) FROM ${ACCOUNT} WHERE session_id IS NOT NULL GROUP BY session_id`;
  }

  get #ownMark(): string {
    const known = (columns: readonly string[]) =>
      columns.filter((column) => this.#schema.has('sessions', column)).map((column) => `sessions.${column}`);
    return markOfRow(
      'sessions.rowid',
      known([...COUNTERS, ...COSTS, 'started_at']),
      known([STATUS, ...PLACE]),
    );
  }

  get #rowMark(): string {
    const known = (columns: readonly string[]) =>
      columns.filter((column) => this.#account.has(column)).map((column) => `${ACCOUNT}.${column}`);
    return markOfRow(`${ACCOUNT}.rowid`, known([...COUNTERS, ...COSTS]), known([STATUS]));
  }

  /** One session's rows of the account. */
  get rowsQuery(): string {
    return `SELECT ${this.rowColumns} FROM ${ACCOUNT} WHERE ${ACCOUNT}.session_id = ?`;
  }

  get sessionQuery(): string {
    return `SELECT ${this.sessionColumns} FROM sessions WHERE id = ?`;
  }

  /** Every session, once for each of its rows, or once without one: then the last columns are NULL. */
  get everythingQuery(): string {
    const [columns, rows] = [this.sessionColumns, this.rowColumns];
    return this.haveAccount
      ? `SELECT ${columns}, ${ACCOUNT}.rowid, ${rows} FROM sessions
         LEFT JOIN ${ACCOUNT} ON ${ACCOUNT}.session_id = sessions.id ORDER BY sessions.rowid`
      : `SELECT ${columns}, NULL FROM sessions ORDER BY sessions.rowid`;
  }
}

/** @param read an expression that reads a column, NULL where it is missing */
function useColumns(read: (column: string) => string, task: string): string[] {
  return [
    ...KEYS.map(read),
    task,
    read(STATUS),
    ...COUNTERS.map(read).map(countOf),
    ...COSTS.map(read).map(costOf),
  ];
}

/** What is no number is greater than any number to SQLite. */
function countOf(column: string): string {
  return `iif(+${column} BETWEEN 0 AND ${MOST}, CAST(${column} AS INTEGER), 0)`;
}

function costOf(column: string): string {
  return `iif(+${column} BETWEEN 0 AND ${GREATEST_NUMBER}, CAST(${column} AS REAL), NULL)`;
}
