import type { SqliteConnection, SqlValue, WritableConnection } from '../../hermes/sqlite/drivers/driver.ts';
import { ArchiveProblem } from '../file/archiveProblem.ts';
import { bodyOf, recordOf } from '../session/body.ts';
import { CommonWords } from '../session/commonWords.ts';
import type { SessionRecord } from '../session/record.ts';
import { idFrom, storedId } from './ids.ts';
import { storedMemos } from './memos.ts';
import { rowSum } from './rowSum.ts';
import { forgetUsageOfOthers } from './usage.ts';

/** A session with the change number under which it was put. */
export interface NumberedSession {
  readonly change: number;
  readonly record: SessionRecord;
}

/** A session to be remembered. */
export interface SessionSaving {
  readonly record: SessionRecord;
  /** Where to go on counting from: any JSON. Null: there is no such place. Left out: the one that is kept stays. */
  readonly bookmark?: unknown;
}

/** The change number of the archive: rises with every session put into it, and never falls. 0 of an empty one. */
export function lastChange(archive: SqliteConnection): number {
  const { change = 0 } = storedMemos(archive);
  return Math.max(change, Number(archive.prepare('SELECT max(change) FROM session').get()?.[0] ?? 0));
}

/**
 * The sessions that were put after a change, all of them after 0.
 * @param isNewer the archive is another version's: what cannot be read of it is passed over
 * @throws ArchiveProblem `damaged` where a row is not as it was written, or SQLite's error
 */
export function* sessionsSince(
  archive: SqliteConnection,
  change: number,
  isNewer = false,
): Generator<SessionRecord> {
  // By its key where everything is read: an index would lead all over the file.
  const [column, place] = change > 0 ? (['change', 1] as const) : (['key', 0] as const);
  const rows = archive.prepare(
    `SELECT ${COLUMNS} FROM session WHERE ${column} > ? ORDER BY ${column} LIMIT ${ROWS_AT_ONCE}`,
  );
  const common = new CommonWords();
  let before = change > 0 ? change : LEAST;
  for (;;) {
    const some = rows.all(before);
    for (const row of some) {
      const at = Number(row[place]);
      // Pages that lead in a circle would be read for ever.
      if (!(at > before)) throw new ArchiveProblem('damaged');
      before = at;
      const record = sessionFrom(row, isNewer, common);
      if (record) yield record;
      else if (!isNewer) throw new ArchiveProblem('damaged');
    }
    if (some.length < ROWS_AT_ONCE) return;
  }
}

/** How many there are by an index: a page that lost its rows but looks whole shows by that. */
export function countSessions(archive: SqliteConnection): number {
  return Number(archive.prepare('SELECT count(*) FROM session INDEXED BY session_by_change').get()?.[0]);
}

/** Between two pieces nothing is locked: a writer need not wait until a large archive is read. */
const ROWS_AT_ONCE = 500;
const LEAST = Number.MIN_SAFE_INTEGER;
const COLUMNS = 'key, change, sum, id, body';

/**
 * A row's session, if the row is as it was written; what a newer version has written is taken for that.
 * @param common of the sessions that are read with it
 */
export function sessionFrom(
  row: readonly SqlValue[],
  isNewer = false,
  common?: CommonWords,
): SessionRecord | undefined {
  const [, change, sum, id, body] = row;
  if (typeof id !== 'string' || typeof body !== 'string' || !isChange(change)) return undefined;
  if (!isNewer && rowSum('session', body, id, change) !== sum) return undefined;
  const name = idFrom(id);
  return name === undefined ? undefined : recordOf(name, body, common);
}

function isChange(value: SqlValue | undefined): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

/** Puts sessions, each under a change number of its own. @returns the last of them */
export function putSessions(
  archive: WritableConnection,
  savings: Iterable<SessionSaving>,
  after = 0,
): number {
  const put = archive.prepareWrite(`INSERT INTO session (change, sum, id, body) VALUES (?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET change = excluded.change, sum = excluded.sum, body = excluded.body`);
  const mark = archive.prepareWrite(`INSERT INTO bookmark (session, body)
    VALUES ((SELECT key FROM session WHERE id = ?), ?) ON CONFLICT (session) DO UPDATE SET body = excluded.body`);
  const unmark = archive.prepareWrite(
    `DELETE FROM bookmark WHERE session = (SELECT key FROM session WHERE id = ?)`,
  );
  let change = Math.max(lastChange(archive), after);
  for (const { record, bookmark } of savings) {
    const id = storedId(record.id);
    const body = bodyOf(record);
    change++;
    put.run(change, rowSum('session', body, id, change), id, body);
    if (bookmark === null) unmark.run(id);
    else if (bookmark !== undefined) mark.run(id, JSON.stringify(bookmark));
  }
  return change;
}

/** Puts sessions under the change numbers that they have. @throws SQLite's error where two have the same */
export function keepSessions(archive: WritableConnection, sessions: Iterable<NumberedSession>): void {
  const keep = archive.prepareWrite('INSERT INTO session (change, sum, id, body) VALUES (?, ?, ?, ?)');
  for (const { change, record } of sessions) {
    const id = storedId(record.id);
    const body = bodyOf(record);
    keep.run(change, rowSum('session', body, id, change), id, body);
  }
}

/**
 * Forgets the sessions that are gone, and what they used.
 * @param alsoGone by their stored ids, gone as another archive knows; those that are gone here are added
 * @returns how many
 */
export function forgetGoneSessions(archive: WritableConnection, alsoGone: Set<SqlValue>): number {
  for (const [id] of archive.prepare('SELECT id FROM session WHERE body ->> 1 IS NOT NULL').all())
    alsoGone.add(id ?? null);
  const before = countOf(archive);
  const unmark = archive.prepareWrite(
    'DELETE FROM bookmark WHERE session = (SELECT key FROM session WHERE id = ?)',
  );
  const forget = archive.prepareWrite('DELETE FROM session WHERE id = ?');
  for (const id of alsoGone) {
    unmark.run(id);
    forget.run(id);
  }
  forgetUsageOfOthers(archive);
  return before - countOf(archive);
}

/** One session; undefined where there is none of this id, or its row is not as it was written. */
export function sessionOf(archive: SqliteConnection, id: string, isNewer = false): SessionRecord | undefined {
  const row = archive.prepare(`SELECT ${COLUMNS} FROM session WHERE id = ?`).get(storedId(id));
  return row && sessionFrom(row, isNewer);
}

function countOf(archive: SqliteConnection): number {
  return Number(archive.prepare('SELECT count(*) FROM session').get()?.[0]);
}

/** Where the counting of a session may go on from; undefined without one, or where it makes no sense. */
export function bookmarkOf(archive: SqliteConnection, id: string): unknown {
  const row = archive
    .prepare('SELECT bookmark.body FROM session JOIN bookmark ON session = key WHERE id = ?')
    .get(storedId(id));
  try {
    return typeof row?.[0] === 'string' ? JSON.parse(row[0]) : undefined;
  } catch {
    return undefined;
  }
}
