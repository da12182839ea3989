import { momentOf } from '../sessions/moments.ts';
import { perSchema, type Schema } from '../sessions/schema.ts';
import { textOf } from '../sqlite/cell.ts';
import type { DatabaseConnection } from '../sqlite/connection.ts';
import type { SqlRow, SqlValue } from '../sqlite/drivers/driver.ts';
import { bySession } from './bySession.ts';
import {
  BEFORE_ALL_IDS,
  laterOf,
  NO_ROWS,
  NO_SESSION_ROWS,
  type RowDigest,
  type SessionRows,
  sumOfMarks,
} from './digest.ts';
import { markOfCompacted, markOfRows, markValue } from './rowMark.ts';

/**
 * `compacted` is in no index: to look at it, inactive rows are read from the table, a page for every few of them. Where
 * a session has more than these it is done only when asked for.
 */
const FEW_INACTIVE = 1_000;

export interface DigestOptions {
  /** Look at `compacted`, however many inactive rows there are. */
  readonly compacted?: boolean;
}

/** Every session's rows in one walk over the index (session_id, active, timestamp). @throws HermesDatabaseError */
export function sweepRows(connection: DatabaseConnection, schema: Schema): Map<string, SessionRows> {
  const rows = new Map<string, SessionRows>();
  const groups = schema.has('messages', 'active') ? 'session_id, active' : 'session_id';
  for (const group of bySession(connection, groupColumns(schema), groups) as Iterable<Group>) {
    const id = textOf(group[0]);
    if (id !== null) rows.set(id, withGroup(rows.get(id), group));
  }
  forEachAlike(connection, rows, (name) => {
    const one = rowsOf(connection, schema, name);
    return one.digest.total > 0 ? one : undefined;
  });
  return rows;
}

/** What was found of sessions whose ids are decoded alike is found anew of each by its name. */
function forEachAlike<T>(
  connection: DatabaseConnection,
  found: Map<string, T>,
  findOf: (name: string) => T | undefined,
): void {
  for (const [decoded, names] of connection.keys.alike(found.keys())) {
    if (!found.delete(decoded)) continue;
    for (const name of names) {
      const one = findOf(name);
      if (one !== undefined) found.set(name, one);
    }
  }
}

/** Rows of a session that are alike in `active`. */
type Group = [
  session: SqlValue,
  isLive: number,
  count: number,
  leastId: number,
  maxId: number,
  lastTimestamp: number | null,
  mark: number,
];

/** Whether a row is live is asked once for all of a group, of which most sessions have one. */
function groupColumns(schema: Schema): string {
  return `session_id, ${schema.activeRow} IS TRUE, count(*), CAST(min(messages.id) AS REAL),
    CAST(max(messages.id) AS REAL), max(${momentOf('messages.timestamp')}), ${markValue(markOfRows(schema))}`;
}

function withGroup(
  rows: SessionRows | undefined,
  [, isLive, count, leastId, maxId, lastTimestamp, mark]: Group,
): SessionRows {
  const active = isLive === 1 ? count : 0;
  const { digest } = rows ?? NO_SESSION_ROWS;
  return {
    leastId: Math.min(rows?.leastId ?? Number.POSITIVE_INFINITY, leastId),
    digest: {
      total: digest.total + count,
      active: digest.active + active,
      maxId: Math.max(rows?.digest.maxId ?? Number.NEGATIVE_INFINITY, maxId),
      lastTimestamp: laterOf(digest.lastTimestamp, lastTimestamp),
      mark: sumOfMarks(digest.mark, mark),
      compactedMark: active < count ? null : digest.compactedMark,
    },
  };
}

/** The mark of every session's rows, in one walk over the index. @throws HermesDatabaseError */
export function marksOfAll(connection: DatabaseConnection, schema: Schema): Map<string, number> {
  const marks = new Map<string, number>();
  for (const [session, mark] of bySession(connection, `session_id, ${markValue(markOfRows(schema))}`)) {
    const id = textOf(session);
    if (id !== null) marks.set(id, mark as number);
  }
  forEachAlike(connection, marks, (name) => {
    const { total, mark } = rowsOf(connection, schema, name).digest;
    return total > 0 ? mark : undefined;
  });
  return marks;
}

/** The digest of one session's rows, all of them or those beyond an id. @throws HermesDatabaseError */
export function digestOf(
  connection: DatabaseConnection,
  schema: Schema,
  sessionId: string,
  afterId = BEFORE_ALL_IDS,
  options: DigestOptions = {},
): RowDigest {
  const row = connection.get(
    `SELECT ${digestColumns(schema)} FROM messages WHERE session_id = ? AND id > ?`,
    sessionId,
    afterId,
  );
  return row ? withCompacted(connection, schema, sessionId, digestFrom(row), afterId, options) : NO_ROWS;
}

/** One session's rows. @throws HermesDatabaseError */
export function rowsOf(
  connection: DatabaseConnection,
  schema: Schema,
  sessionId: string,
  options: DigestOptions = {},
): SessionRows {
  const [leastId, ...columns] = connection.get(rowsQuery(schema), sessionId) ?? [];
  if (leastId === null || leastId === undefined) return NO_SESSION_ROWS;
  const digest = withCompacted(connection, schema, sessionId, digestFrom(columns), BEFORE_ALL_IDS, options);
  return { digest, leastId: leastId as number };
}

/** The mark of a session's `compacted` over its inactive rows. @throws HermesDatabaseError */
export function compactedMarkOf(
  connection: DatabaseConnection,
  schema: Schema,
  sessionId: string,
  afterId = BEFORE_ALL_IDS,
): number {
  const sql = `SELECT ${markValue(markOfCompacted(schema))} FROM messages WHERE session_id = ? AND id > ?`;
  const isInactive = schema.has('messages', 'active') ? ' AND active IS NOT 1' : '';
  return (connection.get(`${sql}${isInactive}`, sessionId, afterId)?.[0] as number | undefined) ?? 0;
}

function withCompacted(
  connection: DatabaseConnection,
  schema: Schema,
  sessionId: string,
  digest: RowDigest,
  afterId: number,
  { compacted = false }: DigestOptions,
): RowDigest {
  const inactive = digest.total - digest.active;
  if (inactive === 0) return digest;
  if (!compacted && inactive > FEW_INACTIVE) return { ...digest, compactedMark: null };
  return { ...digest, compactedMark: compactedMarkOf(connection, schema, sessionId, afterId) };
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
  const sql = `SELECT coalesce(session_id, ''), ${digestColumns(schema)}, ${markValue(markOfCompacted(schema))}
    FROM messages NOT INDEXED WHERE id > ? GROUP BY 1`;
  const digests = new Map<string, RowDigest>();
  for (const [session, ...columns] of connection.all(sql, messageId)) {
    const compactedMark = columns.at(-1) as number;
    digests.set(textOf(session) ?? '', { ...digestFrom(columns), compactedMark });
  }
  forEachAlike(connection, digests, (name) => {
    const digest = digestOf(connection, schema, name, messageId, { compacted: true });
    return digest.total > 0 ? digest : undefined;
  });
  return digests;
}

/** The greatest message id; 0 without messages. @throws HermesDatabaseError */
export function greatestId(connection: DatabaseConnection): number {
  return (connection.get('SELECT CAST(max(id) AS REAL) FROM messages')?.[0] as number | null) ?? 0;
}

/** How many messages there are: SQLite counts the pages of its smallest index. @throws HermesDatabaseError */
export function countRows(connection: DatabaseConnection): number {
  return (connection.get('SELECT count(*) FROM messages')?.[0] as number | undefined) ?? 0;
}

const rowsQuery = perSchema(
  (schema) =>
    `SELECT CAST(min(messages.id) AS REAL), ${digestColumns(schema)} FROM messages WHERE session_id = ?`,
);

function digestColumns(schema: Schema): string {
  return `count(*), coalesce(sum(${schema.activeRow}), 0), CAST(max(messages.id) AS REAL),
    max(${momentOf('messages.timestamp')}), ${markValue(markOfRows(schema))}`;
}

/** Of rows that are all active, of which `compacted` tells nothing. */
function digestFrom([total, active, maxId, lastTimestamp, mark]: SqlRow): RowDigest {
  return {
    total: total as number,
    active: active as number,
    maxId: (maxId as number | null) ?? 0,
    lastTimestamp: lastTimestamp as number | null,
    mark: mark as number,
    compactedMark: 0,
  };
}
