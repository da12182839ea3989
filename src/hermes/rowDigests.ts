import type { DatabaseConnection } from './databaseConnection.ts';
import { momentOf } from './moments.ts';
import { BEFORE_ALL_IDS, NO_ROWS, type RowDigest, type RowExtent } from './rowDigest.ts';
import type { Schema } from './schema.ts';
import { textOf } from './sessionHeader.ts';
import type { SqlRow } from './sqlite/driver.ts';

/** Inactive rows of one session: the part of its digest that a rewind or a compaction changes. */
export interface InactiveRows {
  readonly count: number;
  /** Sum of the low 32 bits of their ids. */
  readonly idSum: number;
}

/** Sums stay within 2^53 for two million rows a session, whatever their ids. */
const LOW_BITS = 'messages.id & 4294967295';

/** Every session's digest in one walk over the index (session_id, active, timestamp). @throws HermesDatabaseError */
export function sweepDigests(connection: DatabaseConnection, schema: Schema): Map<string, RowDigest> {
  const digests = new Map<string, RowDigest>();
  const sql = `SELECT session_id, ${digestColumns(schema)} FROM messages GROUP BY session_id`;
  for (const [session, ...columns] of connection.all(sql)) {
    const id = textOf(session);
    if (id !== null) digests.set(id, digestFrom(columns));
  }
  return digests;
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

/** A session's digest, and where its rows lie. @throws HermesDatabaseError */
export function digestAndExtent(
  connection: DatabaseConnection,
  schema: Schema,
  sessionId: string,
): { readonly digest: RowDigest; readonly extent: RowExtent } {
  const row = connection.get(
    `SELECT CAST(min(id) AS REAL), ${digestColumns(schema)} FROM messages WHERE session_id = ?`,
    sessionId,
  );
  const [leastId, ...columns] = row ?? [];
  const digest = columns[0] ? digestFrom(columns) : NO_ROWS;
  return {
    digest,
    extent: { rows: digest.total, leastId: (leastId as number | null) ?? 0, greatestId: digest.maxId },
  };
}

/** How many rows beyond an id each session has; those that have none are absent. @throws HermesDatabaseError */
export function rowsBeyond(connection: DatabaseConnection, messageId: number): Map<string, number> {
  const found = new Map<string, number>();
  for (const [session] of connection.all('SELECT session_id FROM messages WHERE id > ?', messageId)) {
    const id = textOf(session ?? null) ?? '';
    found.set(id, (found.get(id) ?? 0) + 1);
  }
  return found;
}

/** The greatest message id; 0 without messages. @throws HermesDatabaseError */
export function greatestId(connection: DatabaseConnection): number {
  return (connection.get('SELECT CAST(max(id) AS REAL) FROM messages')?.[0] as number | null) ?? 0;
}

/** How many messages there are: SQLite counts the pages of its smallest index. @throws HermesDatabaseError */
export function countRows(connection: DatabaseConnection): number {
  return (connection.get('SELECT count(*) FROM messages')?.[0] as number | undefined) ?? 0;
}

/** Seeking one session's inactive rows takes as long as walking over so many entries of their index. */
const ENTRIES_PER_SEEK = 10;

/**
 * The inactive rows of every session that has some: sought session by session, or found by a walk over all where
 * sessions are many and short.
 * @param totalRows how many rows `messages` has
 * @throws HermesDatabaseError
 */
export function inactiveRows(
  connection: DatabaseConnection,
  schema: Schema,
  totalRows: number,
): Map<string, InactiveRows> {
  const found = new Map<string, InactiveRows>();
  if (!schema.has('messages', 'active')) return found;
  const sessions = connection.get('SELECT count(*) FROM sessions')?.[0] as number;
  const rows = connection.all(totalRows < sessions * ENTRIES_PER_SEEK ? WALK : SEEK);
  for (const [session, count, idSum] of rows) {
    const id = textOf(session);
    if (id !== null) found.set(id, { count: count as number, idSum: (idSum as number | null) ?? 0 });
  }
  return found;
}

const INACTIVE_COLUMNS = `count(*), CAST(sum(${LOW_BITS}) AS REAL)`;
const WALK = `SELECT session_id, ${INACTIVE_COLUMNS} FROM messages WHERE active = 0 GROUP BY session_id`;
const SEEK = `SELECT sessions.id, ${INACTIVE_COLUMNS}
  FROM sessions CROSS JOIN messages ON messages.session_id = sessions.id AND messages.active = 0 GROUP BY sessions.id`;

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
