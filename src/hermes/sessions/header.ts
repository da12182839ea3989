import { laterOf, type RowDigest } from '../changes/digest.ts';
import { textOf } from '../sqlite/cell.ts';
import type { DatabaseConnection } from '../sqlite/connection.ts';
import type { SqlRow, SqlValue } from '../sqlite/drivers/driver.ts';
import { type LineageMarks, lineageMarks } from './lineageMarks.ts';
import { momentOf, numberOf, validMoment } from './moments.ts';
import type { Schema } from './schema.ts';
import type { Session } from './session.ts';

/** Bits of the column `flags`. */
const ARCHIVED = 1;
const HIDDEN = 2;
/** Where the columns begin that tell where a session comes from. */
const FIRST_ORIGIN = 9;

/** A row of `sessions`, as it is; nothing of its messages. */
export interface SessionHeader {
  readonly id: string;
  readonly source: string | null;
  /** Where it was created, where Hermes noted that: other than `source` once a session was taken up elsewhere. */
  readonly createdSource: string | null;
  readonly model: string | null;
  /** Null or empty when the session was never named. */
  readonly title: string | null;
  /** As stored: epoch seconds mostly, or any other number (`validMoment` tells); null where it is none. */
  readonly startedAt: number | null;
  /** Epoch seconds; null when the row's value is no valid timestamp. So, too, the next one. */
  readonly endedAt: number | null;
  readonly lastActivityAt: number | null;
  readonly endReason: string | null;
  /** The parent's id, be it there or not; null when there never was one, or Hermes has forgotten it. */
  readonly parent: string | null;
  /** The conversation on a chat platform that it belongs to. */
  readonly sessionKey: string | null;
  /** What its model configuration says of where it comes from; null where it says nothing. */
  readonly marks: LineageMarks | null;
  readonly archived: boolean;
  readonly hidden: boolean;
  readonly cwd: string | null;
  readonly repoRoot: string | null;
  /** A value was not what the column should hold. */
  readonly repaired: boolean;
}

/**
 * Every row of `sessions` that has an id, by `startedAt`, latest first; equal ones in the order of their creation,
 * those without a number last.
 * @throws HermesDatabaseError
 */
export function listHeaders(connection: DatabaseConnection, schema: Schema): SessionHeader[] {
  const rows = connection.all(`${headerQuery(schema)} ORDER BY started_at DESC, rowid`);
  const sessions: SessionHeader[] = [];
  for (const row of rows) {
    if (row[0] !== null && row[0] !== undefined) sessions.push(headerFrom(row));
  }
  const alike = connection.keys.alike(sessions.map(({ id }) => id));
  if (alike.size > 0) return withEachAlike(connection, schema, sessions, alike);
  // What is no number is mostly greater than any number to SQLite: text, BLOBs, infinity.
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
  return row && { ...headerFrom(row), id: sessionId };
}

/** Those that were decoded alike are read again, each by its name. */
function withEachAlike(
  connection: DatabaseConnection,
  schema: Schema,
  sessions: readonly SessionHeader[],
  alike: ReadonlyMap<string, readonly string[]>,
): SessionHeader[] {
  const each = [...alike.values()].flat().flatMap((name) => readHeader(connection, schema, name) ?? []);
  return [...sessions.filter(({ id }) => !alike.has(id)), ...each].sort(latestFirst);
}

function headerQuery(schema: Schema): string {
  const column = (name: string, absent?: string) => schema.read('sessions', name, absent);
  const moment = (name: string) => (schema.has('sessions', name) ? momentOf(`sessions.${name}`) : 'NULL');
  return `SELECT id, ${column('source')} AS source, ${column('model')} AS model, ${titleColumn(schema)} AS title,
       ${numberOf('started_at')} AS started, (${column('archived', '0')} <> 0 IS TRUE) + 2 * (${column('hidden', '0')} <> 0 IS TRUE) AS flags,
       ${moment('last_activity_at')} AS active, ${moment('ended_at')} AS ended, ${column('end_reason')} AS reason,
       ${column('parent_session_id')} AS parent, ${column('session_key')} AS chat, ${marksColumn(schema)} AS marks,
       ${column('created_source')} AS created, ${column('cwd')} AS cwd, ${column('git_repo_root')} AS repo
     FROM sessions`;
}

/** Of a title that is longer than anything, what could be shown of it: all of them are held in memory. */
const LONG_TITLE = 65_536;

function titleColumn(schema: Schema): string {
  if (!schema.has('sessions', 'title')) return 'NULL';
  const title = 'sessions.title';
  return `CASE WHEN octet_length(${title}) > ${LONG_TITLE} THEN substr(${title}, 1, ${LONG_TITLE / 4}) ELSE ${title} END`;
}

/** Most configurations say nothing of where a session comes from, and may be long. */
function marksColumn(schema: Schema): string {
  if (!schema.has('sessions', 'model_config')) return 'NULL';
  const config = 'sessions.model_config';
  return `CASE WHEN instr(${config}, '_from') OR instr(${config}, '\\u') THEN ${config} END`;
}

function headerFrom(row: SqlRow): SessionHeader {
  const [id, source, model, title, startedAt, flags, lastActivityAt, endedAt, endReason] = row;
  const [parent, sessionKey, marks, createdSource, cwd, repoRoot] = row.slice(FIRST_ORIGIN);
  return {
    id: textOf(id) ?? '',
    source: textOf(source),
    createdSource: textOf(createdSource),
    model: textOf(model),
    title: textOf(title),
    startedAt: startedAt as number | null,
    endedAt: endedAt as number | null,
    lastActivityAt: lastActivityAt as number | null,
    endReason: textOf(endReason),
    parent: textOf(parent) || null,
    sessionKey: textOf(sessionKey),
    marks: lineageMarks(textOf(marks)),
    archived: ((flags as number) & ARCHIVED) !== 0,
    hidden: ((flags as number) & HIDDEN) !== 0,
    cwd: textOf(cwd),
    repoRoot: textOf(repoRoot),
    repaired:
      validMoment(startedAt as number | null) === null ||
      isNotText(id) ||
      isNotText(source) ||
      isNotText(model) ||
      isNotText(title),
  };
}

function latestFirst(a: SessionHeader, b: SessionHeader): number {
  const first = a.startedAt ?? -Infinity;
  const second = b.startedAt ?? -Infinity;
  return first === second ? 0 : second - first;
}

/** When a session was last active: by what Hermes noted, or by its rows, whatever their state; epoch seconds. */
export function lastActiveOf(header: SessionHeader, rows: RowDigest): number | null {
  return laterOf(header.lastActivityAt, rows.lastTimestamp) ?? validMoment(header.startedAt);
}

/** What a session is called and when it was last active. @param preview read only when the session has no title */
export function completeSession(header: SessionHeader, rows: RowDigest, preview: () => string): Session {
  return {
    id: header.id,
    source: header.source,
    model: header.model,
    title: header.title || preview() || 'Untitled',
    startedAt: header.startedAt,
    lastActive: lastActiveOf(header, rows),
    archived: header.archived,
  };
}

function isNotText(value: SqlValue | undefined): boolean {
  return value !== null && typeof value !== 'string';
}
