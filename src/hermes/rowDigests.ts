import type { DatabaseConnection } from './databaseConnection.ts';
import { momentOf } from './moments.ts';
import {
  BEFORE_ALL_IDS,
  laterOf,
  NO_ROWS,
  NO_SESSION_ROWS,
  type RowDigest,
  type SessionRows,
} from './rowDigest.ts';
import type { Schema } from './schema.ts';
import { textOf } from './sessionHeader.ts';
import type { SqlRow, SqlValue } from './sqlite/driver.ts';

/** Inactive rows of one session: the part of its digest that a rewind or a compaction changes. */
export interface InactiveRows {
  readonly count: number;
  /** Sum of the low 32 bits of their ids. */
  readonly idSum: number;
}

/** Sums stay within 2^53 for two million rows a session, whatever their ids. */
const LOW_BITS = 'messages.id & 4294967295';

/** All that can be told of rows without reading a message. */
export interface Sweep {
  /** The rows of every session that has some. */
  readonly rows: Map<string, SessionRows>;
  /** The same as `inactiveRows` and `countRows` give. */
  readonly inactive: Map<string, InactiveRows>;
  readonly totalRows: number;
}

/** Every session's rows in one walk over the index (session_id, active, timestamp). @throws HermesDatabaseError */
export function sweepRows(connection: DatabaseConnection, schema: Schema): Sweep {
  const rows = new Map<string, SessionRows>();
  const inactive = new Map<string, InactiveRows>();
  let totalRows = 0;
  for (const group of connection.all(groupsQuery(schema)) as Group[]) {
    const [session, , isInactive, count, , , idSum] = group;
    totalRows += count;
    const id = textOf(session);
    if (id === null) continue;
    rows.set(id, withGroup(rows.get(id), group));
    if (isInactive === 1) inactive.set(id, { count, idSum });
  }
  return { rows, inactive, totalRows };
}

/** Rows of a session that are alike in `active`: who they are, whether live, whether inactive; then what they come to. */
type Group = [
  session: SqlValue,
  isLive: number,
  isInactive: number,
  count: number,
  leastId: number,
  maxId: number,
  idSum: number,
  lastTimestamp: number | null,
];

/** One group a session mostly: what a row is, is asked once for all of them, which takes two thirds of the time. */
function groupsQuery(schema: Schema): string {
  const [inactiveRow, groups] = schema.has('messages', 'active') ? ['active = 0', ', active'] : ['0', ''];
  return `SELECT session_id, ${schema.activeRow} IS TRUE, ${inactiveRow} IS TRUE, count(*),
    CAST(min(messages.id) AS REAL), CAST(max(messages.id) AS REAL), CAST(sum(${LOW_BITS}) AS REAL),
    max(${momentOf('messages.timestamp')}) FROM messages GROUP BY session_id${groups}`;
}

function withGroup(
  rows: SessionRows | undefined,
  [, isLive, , count, leastId, maxId, idSum, lastTimestamp]: Group,
): SessionRows {
  const [active, activeIdSum] = isLive === 1 ? [count, idSum] : [0, 0];
  if (!rows) return { leastId, digest: { total: count, active, maxId, activeIdSum, lastTimestamp } };
  const { digest } = rows;
  return {
    leastId: Math.min(rows.leastId, leastId),
    digest: {
      total: digest.total + count,
      active: digest.active + active,
      maxId: Math.max(digest.maxId, maxId),
      activeIdSum: digest.activeIdSum + activeIdSum,
      lastTimestamp: laterOf(digest.lastTimestamp, lastTimestamp),
    },
  };
}

/** The digest of one session's rows, all of them or those beyond an id. @throws HermesDatabaseError */
export function digestOf(
  connection: DatabaseConnection,
  schema: Schema,
  sessionId: string,
  afterId = BEFORE_ALL_IDS,
): RowDigest {
  const row = connection.get(
    `SELECT ${digestColumns(schema)} FROM messages WHERE session_id = ? AND id > ?`,
    sessionId,
    afterId,
  );
  return row && row[0] !== 0 ? digestFrom(row) : NO_ROWS;
}

/** One session's rows. @throws HermesDatabaseError */
export function rowsOf(connection: DatabaseConnection, schema: Schema, sessionId: string): SessionRows {
  const sql = `SELECT ${rowsColumns(schema)} FROM messages WHERE session_id = ?`;
  const row = connection.get(sql, sessionId);
  return row && row[1] !== 0 ? rowsFrom(row) : NO_SESSION_ROWS;
}

/**
 * The digest of the rows beyond an id for each session; those that have none are absent.
 * @throws HermesDatabaseError
 */
export function rowsBeyond(
  connection: DatabaseConnection,
  schema: Schema,
  messageId: number,
): Map<string, RowDigest> {
  // Not by an index, of which all would have to be walked over.
  const sql = `SELECT coalesce(session_id, ''), ${digestColumns(schema)}
    FROM messages NOT INDEXED WHERE id > ? GROUP BY 1`;
  return bySession(connection.all(sql, messageId), digestFrom);
}

/** The greatest message id; 0 without messages. @throws HermesDatabaseError */
export function greatestId(connection: DatabaseConnection): number {
  return (connection.get('SELECT CAST(max(id) AS REAL) FROM messages')?.[0] as number | null) ?? 0;
}

/** All rows, seen from so far that only their number shows and that some are not as active as they were. */
export interface Glance {
  readonly totalRows: number;
  /** Another number when other rows are inactive. */
  readonly inactiveMark: number;
}

/** The ids are squared, so that two of them cannot be exchanged for others of the same sum; 2^31 - 1 is a prime. */
const PRIME = 2_147_483_647;
const INACTIVE_MARK = `sum((messages.id % ${PRIME}) * (messages.id % ${PRIME} + 1103515245) % ${PRIME})`;

/** One walk over the index (session_id, active, timestamp). @throws HermesDatabaseError */
export function glanceAtRows(connection: DatabaseConnection, schema: Schema): Glance {
  const mark = schema.has('messages', 'active') ? `${INACTIVE_MARK} FILTER (WHERE active = 0)` : '0';
  const row = connection.get(`SELECT count(*), CAST(coalesce(${mark}, 0) AS REAL) FROM messages`);
  return { totalRows: row?.[0] as number, inactiveMark: row?.[1] as number };
}

/** How many messages there are: SQLite counts the pages of its smallest index. @throws HermesDatabaseError */
export function countRows(connection: DatabaseConnection): number {
  return (connection.get('SELECT count(*) FROM messages')?.[0] as number | undefined) ?? 0;
}

/** The inactive rows of every session that has some, sought session by session. @throws HermesDatabaseError */
export function inactiveRows(connection: DatabaseConnection, schema: Schema): Map<string, InactiveRows> {
  return schema.has('messages', 'active') ? bySession(connection.all(SEEK), inactiveFrom) : new Map();
}

const INACTIVE_COLUMNS = `count(*), CAST(sum(${LOW_BITS}) AS REAL)`;
const SEEK = `SELECT sessions.id, ${INACTIVE_COLUMNS}
  FROM sessions CROSS JOIN messages ON messages.session_id = sessions.id AND messages.active = 0 GROUP BY sessions.id`;

function inactiveFrom([count, idSum]: SqlRow): InactiveRows {
  return { count: count as number, idSum: (idSum as number | null) ?? 0 };
}

/** By the id in the first column, what is read from the others; rows without an id are passed over. */
function bySession<Value>(rows: readonly SqlRow[], read: (columns: SqlRow) => Value): Map<string, Value> {
  const found = new Map<string, Value>();
  for (const [session, ...columns] of rows) {
    const id = textOf(session);
    if (id !== null) found.set(id, read(columns));
  }
  return found;
}

function rowsColumns(schema: Schema): string {
  return `CAST(min(messages.id) AS REAL), ${digestColumns(schema)}`;
}

function rowsFrom([leastId, ...columns]: SqlRow): SessionRows {
  return { digest: digestFrom(columns), leastId: leastId as number };
}

function digestColumns(schema: Schema): string {
  return `count(*), coalesce(sum(${schema.activeRow}), 0), CAST(max(messages.id) AS REAL),
    CAST(sum(CASE WHEN ${schema.activeRow} THEN ${LOW_BITS} END) AS REAL), max(${momentOf('messages.timestamp')})`;
}

function digestFrom([total, active, maxId, activeIdSum, lastTimestamp]: SqlRow): RowDigest {
  return {
    total: total as number,
    active: active as number,
    maxId: (maxId as number | null) ?? 0,
    activeIdSum: (activeIdSum as number | null) ?? 0,
    lastTimestamp: lastTimestamp as number | null,
  };
}
