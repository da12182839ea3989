import { createHash } from 'node:crypto';
import { markOfMoments } from '../changes/rowMark.ts';
import type { DatabaseConnection } from '../sqlite/connection.ts';
import { HermesDatabaseError } from '../sqlite/databaseError.ts';
import type { SqlRow, SqlValue } from '../sqlite/drivers/driver.ts';
import { listHeaders, type SessionHeader } from './header.ts';
import type { Schema } from './schema.ts';

/** Columns of text and flags that figures or what is remembered depend on. */
const CELLS = [
  'source',
  'created_source',
  'model',
  'title',
  'archived',
  'hidden',
  'parent_session_id',
  'end_reason',
  'session_key',
  'cwd',
  'git_repo_root',
];
/** It tells what a session is to its parent, and can be long. */
const MARKS_OF_LINEAGE = 'model_config';
const MOMENTS = ['started_at', 'ended_at', 'last_activity_at'];

/** The sessions as they were listed last; it outlives the connection that they were read by. */
export class ListedSessions {
  mark: SqlRow = [];
  headers: readonly SessionHeader[] | undefined;
}

/** The sessions of one database, handed over anew only when a value that we use has changed. */
export class SessionList {
  readonly #connection: DatabaseConnection;
  readonly #schema: Schema;
  readonly #markQuery: string;
  readonly #rowQuery: string;
  readonly #listed = new ListedSessions();
  /** All values together are longer than a text can be. */
  #isTooLong = false;

  /** @param wholeText the driver hands out strings with the NULs in them */
  constructor(connection: DatabaseConnection, schema: Schema, wholeText: boolean) {
    this.#connection = connection;
    this.#schema = schema;
    this.#markQuery = markQuery(schema, wholeText);
    this.#rowQuery = rowQuery(schema);
  }

  /** Another one whenever a value that we use has changed. */
  #mark(): SqlRow {
    if (this.#isTooLong) return this.#digest();
    try {
      return this.#connection.get(this.#markQuery) ?? [];
    } catch (error) {
      if (!(error instanceof HermesDatabaseError && error.code === 'too-long')) throw error;
      this.#isTooLong = true;
      return this.#digest();
    }
  }

  /** The values of one row after another, of each as much as anybody could see. */
  #digest(): SqlRow {
    const digest = createHash('sha1');
    for (const [values] of this.#connection.iterate(this.#rowQuery))
      digest.update(values instanceof Uint8Array ? values : String(values)).update(END_OF_ROW);
    return [digest.digest('hex')];
  }

  /**
   * Every session, latest first; the same array as the last time when nothing about them has changed.
   * @throws HermesDatabaseError
   */
  read(listed = this.#listed): readonly SessionHeader[] {
    const mark = this.#mark();
    if (!listed.headers || mark.some((value, column) => !isSameValue(value, listed.mark[column]))) {
      listed.headers = listHeaders(this.#connection, this.#schema);
      listed.mark = mark;
    }
    return listed.headers;
  }
}

/**
 * One long string of all values costs a third of handing over the rows that they stand in. Moments, which would lose
 * digits in it, are summed up each with its row's number.
 */
function markQuery(schema: Schema, wholeText: boolean): string {
  const cells = CELLS.filter((column) => schema.has('sessions', column)).map(
    (column) => `ifnull(sessions.${column}, char(29))`,
  );
  const lineage = MARKS_OF_LINEAGE;
  if (schema.has('sessions', lineage) && schema.has('sessions', 'parent_session_id'))
    cells.push(`iif(sessions.parent_session_id IS NULL, '', sessions.${lineage})`);
  const moments = MOMENTS.filter((column) => schema.has('sessions', column)).map(
    (column) => `CAST(${markOfMoments(`sessions.${column}`, 'sessions.rowid')} AS TEXT)`,
  );
  const all = `group_concat(concat(${['id', ...cells].join(', char(31), ')}), char(30))`;
  return `SELECT count(*), ${moments.join(', ')}, ${wholeText ? all : `CAST(${all} AS BLOB)`} FROM sessions`;
}

const END_OF_ROW = '\0\n';
/** More of a value than is ever shown, and so much of all of them that a row is never too long. */
const LONGEST_CELL = 1_000_000;

function rowQuery(schema: Schema): string {
  const columns = ['id', ...CELLS, ...MOMENTS, MARKS_OF_LINEAGE].filter(
    (column) => column === 'id' || schema.has('sessions', column),
  );
  const cells = columns.map((column) => {
    const cell = `sessions.${column}`;
    const value = `CASE WHEN octet_length(${cell}) > ${LONGEST_CELL} THEN substr(${cell}, 1, ${LONGEST_CELL}) ELSE ${cell} END`;
    return `ifnull(octet_length(${cell}), 'null'), ${value}`;
  });
  return `SELECT CAST(concat(${cells.join(', char(31), ')}) AS BLOB) FROM sessions ORDER BY rowid`;
}

function isSameValue(a: SqlValue, b: SqlValue | undefined): boolean {
  return a instanceof Uint8Array && b instanceof Uint8Array ? Buffer.compare(a, b) === 0 : a === b;
}
