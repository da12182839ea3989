import type { DatabaseConnection } from './databaseConnection.ts';
import { momentOf } from './moments.ts';
import type { RowDigest } from './rowDigest.ts';
import type { Schema } from './schema.ts';
import type { Session } from './session.ts';
import type { SqlRow, SqlValue } from './sqlite/driver.ts';

/** A row of `sessions`, as it is; nothing of its messages. */
export interface SessionHeader {
  readonly id: string;
  readonly source: string | null;
  readonly model: string | null;
  /** Null or empty when the session was never named. */
  readonly title: string | null;
  /** Epoch seconds; null when the row's value is no moment. */
  readonly startedAt: number | null;
  readonly archived: boolean;
  /** A value was not what the column should hold. */
  readonly repaired: boolean;
}

/**
 * Every row of `sessions` that has an id, by `startedAt`, latest first; equal ones in the order of their creation,
 * those without a moment last.
 * @throws HermesDatabaseError
 */
export function listHeaders(connection: DatabaseConnection, schema: Schema): SessionHeader[] {
  const rows = connection.all(`${headerQuery(schema)} ORDER BY started_at DESC, rowid`);
  const sessions: SessionHeader[] = [];
  for (const row of rows) {
    if (row[0] !== null && row[0] !== undefined) sessions.push(headerFrom(row));
  }
  // What is no moment is mostly greater than any number to SQLite: text, BLOBs, infinity.
  if (sessions[0]?.startedAt === null) sessions.sort(latestFirst);
  return sessions;
}

/** One session as it is listed; undefined when it does not exist. @throws HermesDatabaseError */
export function readHeader(
  connection: DatabaseConnection,
  schema: Schema,
  sessionId: string,
): SessionHeader | undefined {
  const row = connection.get(`${headerQuery(schema)} WHERE id = ?`, sessionId);
  return row && headerFrom(row);
}

function headerQuery(schema: Schema): string {
  return `SELECT id, ${schema.read('sessions', 'source')} AS source, ${schema.read('sessions', 'model')} AS model,
       ${schema.read('sessions', 'title')} AS title, ${momentOf('started_at')} AS moment,
       ${schema.read('sessions', 'archived', '0')} <> 0 AS archived
     FROM sessions`;
}

function headerFrom([id, source, model, title, startedAt, archived]: SqlRow): SessionHeader {
  return {
    id: textOf(id) ?? '',
    source: textOf(source),
    model: textOf(model),
    title: textOf(title),
    startedAt: startedAt as number | null,
    archived: archived === 1,
    repaired:
      startedAt === null || isNotText(id) || isNotText(source) || isNotText(model) || isNotText(title),
  };
}

function latestFirst(a: SessionHeader, b: SessionHeader): number {
  const first = a.startedAt ?? -Infinity;
  const second = b.startedAt ?? -Infinity;
  return first === second ? 0 : second - first;
}

/** What a session is called and when it was last active. @param preview read only when the session has no title */
export function completeSession(header: SessionHeader, rows: RowDigest, preview: () => string): Session {
  return {
    id: header.id,
    source: header.source,
    model: header.model,
    title: header.title || preview() || 'Untitled',
    startedAt: header.startedAt,
    lastActive: rows.lastTimestamp ?? header.startedAt,
    archived: header.archived,
  };
}

function isNotText(value: SqlValue | undefined): boolean {
  return value !== null && typeof value !== 'string';
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A cell that should hold text: numbers are printed, BLOBs decoded. */
export function textOf(value: SqlValue | undefined): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : decoder.decode(value);
}
